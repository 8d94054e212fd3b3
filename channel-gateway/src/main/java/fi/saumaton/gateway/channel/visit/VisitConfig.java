/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The places that people come to, by name: {@code helsinki} is the channel {@code visit:helsinki}. */
@ConfigMapping(prefix = "saumaton.channel.visit")
interface VisitConfig {
    @WithParentName
    Map<String, Place> places();

    /** One place. */
    interface Place {
        /** What people call it. */
        String title();

        /** What its tablet, or the page behind its QR code, announces people with; without it only the house's own people do. */
        Optional<String> deviceKey();

        /** How long somebody may stand there before anybody has seen them. */
        @WithDefault("PT2M")
        Duration acknowledgeWithin();
    }
}
