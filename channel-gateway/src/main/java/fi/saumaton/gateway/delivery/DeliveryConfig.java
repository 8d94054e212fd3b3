/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of delivery. */
@ConfigMapping(prefix = "saumaton.delivery")
interface DeliveryConfig {
    /** How long a replica may be busy with one attempt; afterwards another takes the message over. */
    @WithDefault("PT60S")
    Duration lease();

    /** When an attempt that has not answered counts as uncertain; shorter than the lease. */
    @WithDefault("PT45S")
    Duration timeout();

    /** The gap after the first failed attempt; it doubles with each. */
    @WithDefault("PT5S")
    Duration firstGap();

    /** The longest gap. */
    @WithDefault("PT1H")
    Duration longestGap();

    /** How long after the answer was written its delivery is given up. */
    @WithDefault("P2D")
    Duration giveUpAfter();

    /** Messages that one replica hands to channels at the same time. */
    @WithDefault("16")
    int parallel();
}
