/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the stream. */
@ConfigMapping(prefix = "saumaton.stream")
interface StreamConfig {
    /** Frames that may wait for one socket. A slower one is closed; it comes back and resumes from where it was. */
    @WithDefault("500")
    int queue();

    /** How long before a token's end its socket is warned. */
    @WithDefault("PT60S")
    Duration tokenWarning();

    /** The topic by which replicas wake each other's sockets. */
    @WithDefault("gateway.wakeups")
    String wakeupTopic();
}
