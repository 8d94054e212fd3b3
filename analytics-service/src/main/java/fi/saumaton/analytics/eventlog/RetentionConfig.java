/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows are kept. */
@ConfigMapping(prefix = "analytics.retention")
interface RetentionConfig {
    /** The event log and the facts made of it, by whole months: so far back go figures and comparisons. */
    @WithDefault("P1827D")
    Duration figures();

    /** How often it is looked for what is old. */
    @WithDefault("P1D")
    Duration sweepEvery();
}
