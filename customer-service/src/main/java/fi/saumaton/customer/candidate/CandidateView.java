/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

import fi.saumaton.customer.audit.ShownCustomer;

/** Two customers who may be one person. */
@Schema(description = "Two customers who may be one person, and what speaks for and against it")
record CandidateView(
        UUID candidateId,
        Side one,
        Side other,

        @Schema(description = "That they are one person, 0 to 1", examples = "0.97")
        double probability,

        @Schema(description = "That they are two people of one household instead, 0 to 1", examples = "0.02")
        double householdProbability,

        @Schema(
                description = "All the evidence together: ten bits more are a thousand times the odds",
                examples = "5.1")
        double bits,

        @Schema(description = "Whether no wrong pair is to be expected at this probability")
        boolean automatic,

        @JsonRawValue @Schema(implementation = Reason[].class, description = "Field by field, the weightiest first")
        String reasons,

        @Schema(enumeration = {"open", "confirmed", "rejected"})
        String state,

        Instant foundAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason)
        implements ShownCustomer {

    @Override
    public List<UUID> shownCustomers() {
        return List.of(one.customerId(), other.customerId());
    }

    /** One of the two, as it stands now. */
    record Side(
            @Schema(description = "The surviving customer") UUID customerId, String displayName) {}

    /** What one field adds. */
    record Reason(
            @Schema(examples = "family-name") String field,

            @Schema(enumeration = {"exact", "close", "similar", "different"})
            String level,

            @Schema(description = "Compared with the field it is easily mixed up with")
            boolean swapped,

            @Schema(description = "Above 0 speaks for one person", examples = "7.6")
            double bits) {}

    /** What comes of a decision. */
    record Decision(UUID candidateId, String state, List<UUID> customerIds) {}
}
