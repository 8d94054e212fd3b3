/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of partners' channels. */
@ConfigMapping(prefix = "saumaton.custom-channels")
interface CustomChannelConfig {
    /** Partners may name addresses inside our own network, without TLS. For development only. */
    @WithDefault("false")
    boolean anyTarget();

    /** How often a replica looks for what others have changed. */
    @WithDefault("PT2S")
    Duration refreshEvery();
}
