/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.erasure;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How erased customers are forgotten. */
@ConfigMapping(prefix = "analytics.erasure")
interface ErasureConfig {
    /** How long late events are expected that still name an erased customer: longer than topics keep events. */
    @WithDefault("P8D")
    Duration lateEvents();

    /** How often it is looked for rows that were written during an erasure. */
    @WithDefault("PT5M")
    Duration sweepEvery();
}
