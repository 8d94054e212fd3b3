/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How erased customers are forgotten. */
@ConfigMapping(prefix = "routing.erasure")
interface ErasureConfig {
    /**
     * Ended work, without anything of the customer, stays so long: replicas catch up by these rows, and a late event finds
     * its conversation closed as long as topics keep events.
     */
    @WithDefault("P8D")
    Duration endedWork();

    /** How often it is looked for what nobody works on any more. */
    @WithDefault("PT20S")
    Duration sweepEvery();
}
