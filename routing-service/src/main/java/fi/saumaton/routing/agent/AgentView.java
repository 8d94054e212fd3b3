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
import fi.saumaton.routing.engine.Capacity;

/** An agent as colleagues and supervisors see them. */
@Schema(
        name = "Agent",
        examples = "{\"agentId\":\"3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10\",\"name\":\"Jenni\",\"skills\":[\"saws\"],"
                + "\"languages\":[\"fi\",\"sv\"],\"queues\":[\"support\"],"
                + "\"capacity\":{\"total\":5,\"weights\":{\"email\":2,\"webchat\":1},\"interruptible\":[\"email\"],"
                + "\"alone\":[\"voice\"]},\"spared\":{},"
                + "\"status\":\"available\",\"since\":\"2026-11-21T09:00:00Z\",\"version\":3}")
record AgentView(
        String agentId,
        String name,
        Set<String> skills,
        Map<String, Integer> skillLevels,
        Set<String> languages,
        Set<String> queues,
        String team,
        CapacityView capacity,

        @Schema(enumeration = {"available", "away", "offline"})
        String status,

        String reason,
        Instant since,
        SparedView spared,
        long version) {

    @Schema(name = "Capacity")
    record CapacityView(int total, Map<String, Integer> weights, Set<String> interruptible, Set<String> alone) {
        static CapacityView from(Capacity capacity) {
            return new CapacityView(capacity.total(), capacity.weights(), capacity.interruptible(), capacity.alone());
        }
    }

    /**
     * What the agent is spared for the moment.
     *
     * @param wrapUpUntil nothing is offered until then
     * @param recoversUntil no hard contact until then
     * @param allowance what is carried at most for now
     */
    @Schema(name = "Spared")
    record SparedView(Instant wrapUpUntil, Instant recoversUntil, Integer allowance) {}

    static AgentView from(Agent agent) {
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.skills(),
                agent.skillLevels(),
                agent.languages(),
                agent.queues(),
                agent.team(),
                CapacityView.from(agent.capacity()),
                agent.presence().toString(),
                agent.presenceReason(),
                agent.since(),
                new SparedView(
                        agent.strain().wrapUpUntil(),
                        agent.strain().recoversUntil(),
                        agent.strain().allowance()),
                agent.version());
    }
}
