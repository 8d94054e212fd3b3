/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.UUID;

/** A reservation of one agent for one work item, with a time limit. */
public record Offer(
        UUID id,
        UUID workItemId,
        UUID conversationId,
        String agentId,
        String queue,
        UUID decisionId,
        OfferState state,
        String reason,
        Instant madeAt,
        Instant expiresAt,
        Instant endedAt) {

    Offer ended(OfferState outcome, String reason, Instant at) {
        return new Offer(
                id, workItemId, conversationId, agentId, queue, decisionId, outcome, reason, madeAt, expiresAt, at);
    }
}
