/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.util.Map;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an agent starts with at the first sign-in, until a supervisor says otherwise. All queues, no skills. */
@ConfigMapping(prefix = "routing.agent")
interface AgentConfig {

    /** Languages spoken, ISO 639-1. */
    @WithDefault("fi,sv,en")
    Set<String> languages();

    /** What all the work at a time may weigh. */
    @WithDefault("5")
    int capacity();

    /** Weight of one piece of work by channel kind; a kind without one weighs 1. */
    Map<String, Integer> weight();
}
