/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Input;

/**
 * What a supervisor sets of an agent. What is left out stays as it is.
 *
 * @param skillLevels how well the skills are mastered, 1 to 5; one without a level counts 3
 * @param team an empty one takes the agent out of every team
 */
@Schema(
        examples =
                "{\"skills\":[\"saws\"],\"skillLevels\":{\"saws\":4},\"languages\":[\"fi\",\"sv\"],\"queues\":[\"support\"],"
                        + "\"capacity\":{\"total\":4,\"weights\":{\"email\":2}}}")
record AgentRequest(
        @Size(min = 1, max = 200) String name,
        @Size(max = 50) Set<@NotNull @Pattern(regexp = NAME) String> skills,
        @Size(max = 50) Map<@NotNull @Pattern(regexp = NAME) String, @NotNull @Min(1) @Max(5) Integer> skillLevels,
        @Size(max = 20) Set<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
        @Size(max = 50) Set<@NotNull @Pattern(regexp = NAME) String> queues,
        @Pattern(regexp = "|" + NAME) String team,
        @Valid CapacityRequest capacity) {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    /**
     * @param total what all the work at a time may weigh
     * @param weights weight by channel kind; left out: as it is
     * @param interruptible kinds that are never in the way of others; left out: as it is
     * @param alone kinds that need the whole person; left out: as it is
     */
    record CapacityRequest(
            @Min(1) @Max(1_000_000) Integer total,
            @Size(max = 20) Map<@NotNull @Pattern(regexp = NAME) String, @NotNull @Min(0) @Max(100) Integer> weights,
            @Size(max = 20) Set<@NotNull @Pattern(regexp = NAME) String> interruptible,
            @Size(max = 20) Set<@NotNull @Pattern(regexp = NAME) String> alone) {

        private Capacity over(Capacity now) {
            return new Capacity(
                    total == null ? now.total() : total,
                    weights == null ? now.weights() : weights,
                    interruptible == null ? now.interruptible() : interruptible,
                    alone == null ? now.alone() : alone);
        }
    }

    /** The change to an agent as they are now. */
    Input.AgentConfigured over(Agent now) {
        return new Input.AgentConfigured(
                now.id(),
                name == null ? now.name() : name,
                skills == null ? now.skills() : skills,
                skillLevels == null ? now.skillLevels() : skillLevels,
                languages == null ? now.languages() : languages,
                queues == null ? now.queues() : queues,
                team == null ? now.team() : team.isEmpty() ? null : team,
                capacity == null ? now.capacity() : capacity.over(now.capacity()),
                now.version());
    }
}
