/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What routing tells the others. Wire form: {@code contracts/events/routing}. */
@RegisterForReflection(
        targets = {
            RoutingEvent.WorkItemQueued.class,
            RoutingEvent.WorkItemAssigned.class,
            RoutingEvent.WorkItemDone.class,
            RoutingEvent.WorkItemWithdrawn.class,
            RoutingEvent.OfferMade.class,
            RoutingEvent.OfferEnded.class,
            RoutingEvent.AgentPresenceChanged.class
        })
sealed interface RoutingEvent {

    /**
     * Nobody has this work; whoever had the conversation has it no longer.
     *
     * @param cause the reason, more exactly where the list of reasons had no word for it
     * @param formerAgentId who had it until now, also whoever was late
     */
    record WorkItemQueued(
            UUID workItemId,
            UUID conversationId,
            UUID customerId,
            String queue,
            String channelKind,
            String reason,
            Instant queuedAt,
            String cause,
            String formerAgentId)
            implements RoutingEvent {}

    /** One agent has the conversation from now on; lower assignment numbers of it are worth nothing any more. */
    record WorkItemAssigned(
            UUID workItemId,
            UUID conversationId,
            String agentId,
            String agentName,
            long assignmentNumber,
            Instant queuedAt,
            Instant assignedAt,
            double waitedSeconds)
            implements RoutingEvent {}

    /** The conversation was closed while an agent had it. */
    record WorkItemDone(UUID workItemId, UUID conversationId, String agentId, Instant at) implements RoutingEvent {}

    /** The conversation was closed before anybody had it. */
    record WorkItemWithdrawn(UUID workItemId, UUID conversationId, String reason, Instant at) implements RoutingEvent {}

    /** Work is reserved for an agent until a moment. */
    record OfferMade(
            UUID offerId,
            UUID workItemId,
            UUID conversationId,
            String agentId,
            String agentName,
            String queue,
            UUID decisionId,
            Instant madeAt,
            Instant expiresAt)
            implements RoutingEvent {}

    /** The reservation is over: accepted, declined, timed out or rescinded, as the event's type says. */
    record OfferEnded(UUID offerId, UUID workItemId, UUID conversationId, String agentId, String reason, Instant at)
            implements RoutingEvent {}

    /** Somebody takes work, or does not any more. */
    record AgentPresenceChanged(String agentId, String agentName, String status, String reason, Instant since)
            implements RoutingEvent {}
}
