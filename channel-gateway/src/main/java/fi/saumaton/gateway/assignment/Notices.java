/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The data of stream events about offers and assignments. */
final class Notices {
    static final String OFFER_MADE = "offer.made";
    static final String OFFER_ENDED = "offer.ended";
    static final String ASSIGNED = "conversation.assigned";
    static final String RELEASED = "conversation.released";
    static final String AGENT_JOINED = "agent.joined";

    private Notices() {}

    /** {@code offer.made}, with enough of the conversation to decide by; what is not known yet follows as {@code conversation.updated}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Offer(
            UUID offerId,
            UUID workItemId,
            UUID conversationId,
            String reference,
            String queue,
            Instant expiresAt,
            String channelKind,
            String channel,
            String subject,
            String preview,
            String customerName,
            boolean verified) {}

    /** {@code offer.ended}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record OfferEnded(UUID offerId, UUID conversationId, String outcome, String reason) {}

    /** {@code conversation.released}, to whom had it. */
    @RegisterForReflection
    record Released(UUID conversationId, String reason) {}

    /** {@code agent.joined}, to the customer. */
    @RegisterForReflection
    record AgentJoined(String name) {}
}
