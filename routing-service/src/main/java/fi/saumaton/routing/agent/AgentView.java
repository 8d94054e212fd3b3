/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Agent;

/** An agent as colleagues and supervisors see them. */
@Schema(
        name = "Agent",
        examples = "{\"agentId\":\"3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10\",\"name\":\"Jenni\",\"skills\":[\"saws\"],"
                + "\"languages\":[\"fi\",\"sv\"],\"queues\":[\"support\"],"
                + "\"capacity\":{\"total\":5,\"weights\":{\"email\":2,\"webchat\":1}},"
                + "\"status\":\"available\",\"since\":\"2026-11-21T09:00:00Z\",\"version\":3}")
record AgentView(
        String agentId,
        String name,
        Set<String> skills,
        Set<String> languages,
        Set<String> queues,
        CapacityView capacity,

        @Schema(enumeration = {"available", "away", "offline"})
        String status,

        String reason,
        Instant since,
        long version) {

    @Schema(name = "Capacity")
    record CapacityView(int total, Map<String, Integer> weights) {}

    static AgentView from(Agent agent) {
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.skills(),
                agent.languages(),
                agent.queues(),
                new CapacityView(agent.capacity().total(), agent.capacity().weights()),
                agent.presence().toString(),
                agent.presenceReason(),
                agent.since(),
                agent.version());
    }
}
