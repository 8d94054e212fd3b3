/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The places that contacts are logged from, by name: {@code linkedin} is the channel {@code logged:linkedin}. */
@ConfigMapping(prefix = "saumaton.channel.logged")
interface LoggedConfig {
    @WithParentName
    Map<String, Place> places();

    /** One place. */
    interface Place {
        /** What people call it: the subject of its conversations. */
        String title();
    }
}
