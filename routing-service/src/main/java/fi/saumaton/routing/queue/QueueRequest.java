/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.queue;

import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.QueueRules;

/**
 * The settings of a queue.
 *
 * @param requiredSkills what an agent must have, all of them
 * @param offerSeconds how long an offer stands
 * @param priority minutes that its work is ahead of other queues' work of the same age
 * @param channels channel kinds whose new work comes here
 * @param rules how its work is treated; left out: offered at once to whoever has the skills, for as long as it takes
 */
@Schema(examples = "{\"requiredSkills\":[\"saws\"],\"offerSeconds\":45,\"priority\":10,\"channels\":[\"email\"]}")
record QueueRequest(
        @NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = QueueRequest.NAME) String> requiredSkills,
        @NotNull @Min(5) @Max(3600) Integer offerSeconds,
        @NotNull @Min(-1440) @Max(1440) Integer priority,
        @NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = QueueRequest.NAME) String> channels,
        @Valid RulesRequest rules) {

    static final String NAME = "[a-z][a-z0-9-]{0,39}";

    Input.QueueConfigured of(String name, long expectedVersion) {
        QueueRules treatment = rules == null ? QueueRules.NONE : rules.rules();
        return new Input.QueueConfigured(
                name, requiredSkills, offerSeconds, priority, channels, treatment, expectedVersion);
    }
}
