/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.Reason;
import fi.saumaton.customer.picture.Texts;

/** A customer's journey. */
@Schema(description = "Where a customer stands in the life cycle, how they came there, and the risk that they leave")
record Journey(
        @Schema(description = "The surviving customer") UUID customerId,

        @Schema(examples = "at-risk", description = "By what is known now; absent when no rule holds")
        String stage,

        Texts stageName,
        @Schema(description = "Why this stage") List<Reason> reasons,
        Risk risk,

        @Schema(description = "The stages entered so far, newest first")
        List<Standing> history,

        @Schema(description = "The newest 200 touchpoints, oldest first; those the customer does not see too")
        List<Step> path) {

    /** A touchpoint on the path. */
    @Schema(description = "One touchpoint on the path")
    record Step(
            UUID touchpointId,
            @Schema(examples = "purchase") String kind,

            @Schema(description = "Absent for what a back-office system told", examples = "email")
            String channelKind,

            @Schema(examples = "Chainsaw CS-50") String title,
            Instant at) {
        static Step from(Picture.Entry entry) {
            return new Step(entry.id(), entry.kind(), entry.channel(), entry.title(), entry.at());
        }
    }
}
