/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of delivery. */
@ConfigMapping(prefix = "saumaton.delivery")
interface DeliveryConfig {
    /** How often it is looked for messages whose time has come. */
    @WithDefault("PT2S")
    Duration sweep();

    /** How long a replica may be busy with one attempt; afterwards another takes the message over. */
    @WithDefault("PT60S")
    Duration lease();

    /** When an attempt that has not answered counts as uncertain; shorter than the lease. */
    @WithDefault("PT45S")
    Duration timeout();

    /** The gap after the first failed attempt; it doubles with each. */
    @WithDefault("PT5S")
    Duration firstGap();

    /** The longest gap of one message. */
    @WithDefault("PT1H")
    Duration longestGap();

    /** The longest gap between two tries of a provider that is away: so late everything goes out once it is back. */
    @WithDefault("PT1M")
    Duration longestPause();

    /** How long after the answer was written its delivery is given up, where the channel does not say. */
    @WithDefault("P2D")
    Duration giveUpAfter();

    /** How long a provider is asked what became of a message, where it can be asked. */
    @WithDefault("PT1H")
    Duration lookUpFor();

    /** Messages that one replica hands to channels at the same time. */
    @WithDefault("32")
    int parallel();

    /** Of them, to one channel: a slow provider must not take all places. */
    @WithDefault("8")
    int perChannel();

    /**
     * Channels (such as {@code sms:main}) where a late message is worse than one that comes twice: an attempt without an outcome is made again, although the
     * receiver cannot tell the repetition.
     */
    Optional<Set<String>> ratherTwice();
}
