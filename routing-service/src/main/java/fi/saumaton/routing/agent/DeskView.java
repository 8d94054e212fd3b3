/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.WorkItem;

/** All that routing knows of the caller: what a desk shows after signing in or reconnecting. */
@Schema(name = "Desk")
record DeskView(
        String agentId,
        String name,
        PresenceView presence,
        AgentView.CapacityView capacity,
        @Schema(examples = "3") int load,
        List<OfferView> offers,
        List<AssignedView> work) {

    /** An offer that waits for the caller's answer. */
    @Schema(name = "PendingOffer")
    record OfferView(
            UUID offerId, UUID workItemId, UUID conversationId, String queue, Instant madeAt, Instant expiresAt) {
        static OfferView from(Offer offer) {
            return new OfferView(
                    offer.id(),
                    offer.workItemId(),
                    offer.conversationId(),
                    offer.queue(),
                    offer.madeAt(),
                    offer.expiresAt());
        }
    }

    /** A conversation that the caller has. */
    @Schema(name = "AssignedWork")
    record AssignedView(
            UUID workItemId,
            UUID conversationId,
            String queue,
            String channelKind,
            long assignmentNumber,
            boolean replyDue,
            Instant assignedAt) {
        static AssignedView from(WorkItem item) {
            return new AssignedView(
                    item.id(),
                    item.conversationId(),
                    item.queue(),
                    item.channelKind(),
                    item.assignmentNumber(),
                    item.replyDue(),
                    item.assignedAt());
        }
    }
}
