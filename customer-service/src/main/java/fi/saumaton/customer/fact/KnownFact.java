/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something known of a customer, over all its sources. */
@Schema(description = "Something known of the customer, with the best source there is for it")
public record KnownFact(
        @Schema(description = "Names the fact of this customer, whoever says it again")
        UUID factId,

        @Schema(examples = "order-number") String kind,

        @Schema(
                description = "Normalised; hidden where the kind is sensitive and nobody asked for it",
                examples = "10023")
        String value,

        @Schema(description = "As it was written", examples = "10023")
        String shown,

        @Schema(description = "Whether the company itself knows it: from its systems, or from an agent")
        boolean proven,

        @Schema(description = "0 to 1: how sure it is that it was meant so", examples = "0.9")
        double confidence,

        @Schema(description = "Whether it counts now: the newest proven one where a customer has one at a time")
        boolean current,

        Instant since,
        Instant lastSeenAt,
        Instant expiresAt,

        @Schema(description = "How many sources say it", examples = "2")
        int sources,

        Source source) {

    /** The best source: the newest proven one, else the newest. */
    @Schema(description = "Who said so, and where")
    public record Source(
            @Schema(
                    examples = "message",
                    description = "message, touchpoint, agent, or handle: a proven address or the name")
            String type,

            @Schema(description = "The entry of the timeline that says so; of an agent's entry its own id")
            UUID id,

            UUID conversationId,

            @Schema(description = "The agent or the system; absent for the customer")
            String by) {}
}
