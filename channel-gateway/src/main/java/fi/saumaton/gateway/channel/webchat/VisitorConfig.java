/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of chat visitors. */
@ConfigMapping(prefix = "saumaton.visitor")
interface VisitorConfig {
    /** With which visitors' tokens are signed: base64 of at least 32 bytes, the same on all replicas. Without it each start makes its own. */
    Optional<String> tokenSecret();

    /** How long a visitor's token is good; the widget asks for another before. */
    @WithDefault("PT2H")
    Duration tokenLife();

    /** The country of phone numbers that are written without one. */
    @WithDefault("+358")
    String countryCode();

    Rate rate();

    /** How much a visitor may write; more is answered 429. */
    interface Rate {
        /** Messages at once. */
        @WithDefault("20")
        int burst();

        /** Messages per second, on and on. */
        @WithDefault("2")
        int perSecond();

        /** Visitors that are remembered at a time, per replica. */
        @WithDefault("20000")
        int visitors();
    }
}
