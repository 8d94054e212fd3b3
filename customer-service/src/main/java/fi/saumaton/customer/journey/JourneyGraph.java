/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The paths of all customers, laid upon each other. */
@Schema(description = "The paths of all customers, laid upon each other: what followed what, how often, how soon")
record JourneyGraph(
        Instant from,
        Instant to,

        @Schema(description = "Groups of fewer customers than this are left out", examples = "5")
        int smallestGroup,

        @Schema(description = "Whether something was left out for being too small")
        boolean incomplete,

        List<Node> nodes,
        List<Edge> edges) {

    /** A kind of touchpoint, or a stage. */
    @Schema(description = "A kind of touchpoint with its kind of channel, or a stage")
    record Node(
            @Schema(examples = "message-received:email") String key,

            @Schema(description = "Different customers", examples = "120")
            long customers) {}

    /** What followed what. The same kind several times in a row is one. */
    @Schema(description = "How often one was followed by the other")
    record Edge(
            @Schema(examples = "purchase") String from,
            @Schema(examples = "message-received:email") String to,

            @Schema(description = "Different customers", examples = "42")
            long customers,

            @Schema(description = "How often", examples = "57")
            long times,

            @Schema(description = "Median time between the two, in seconds", examples = "86400")
            long medianSeconds) {}
}
