/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.QueuedReason;
import fi.saumaton.routing.engine.WorkItem;

/** Puts the engine's effects into the words of the contract. */
final class Telling {

    private static final String PREFIX = "fi.saumaton.";

    private Telling() {}

    static OutgoingEvent of(Turn.Told told, Instant at) {
        return switch (told.effect()) {
            case Effect.Queued queued -> work("queued", queued.item(), at, told, queued(queued));
            case Effect.Assigned assigned -> work("assigned", assigned.item(), at, told, assigned(assigned));
            case Effect.Done done -> work("done", done.item(), at, told, done(done));
            case Effect.Withdrawn gone -> work("withdrawn", gone.item(), at, told, withdrawn(gone));
            case Effect.OfferMade made -> offer("made", made.offer(), at, told, made(made));
            case Effect.OfferEnded ended ->
                offer(ended.offer().state().toString(), ended.offer(), at, told, ended(ended.offer()));
            case Effect.PresenceChanged changed -> presence(changed.agent(), at, told);
        };
    }

    private static OutgoingEvent work(String name, WorkItem item, Instant at, Turn.Told told, RoutingEvent data) {
        return event("work-item." + name, item.conversationId(), at, data, told);
    }

    private static OutgoingEvent offer(String name, Offer offer, Instant at, Turn.Told told, RoutingEvent data) {
        return event("offer." + name, offer.conversationId(), at, data, told);
    }

    /** The agent is the aggregate; its id need not be a UUID. */
    private static OutgoingEvent presence(Agent agent, Instant at, Turn.Told told) {
        UUID key = UUID.nameUUIDFromBytes(agent.id().getBytes(StandardCharsets.UTF_8));
        RoutingEvent data = new RoutingEvent.AgentPresenceChanged(
                agent.id(), agent.name(), agent.presence().toString(), agent.presenceReason(), agent.since());
        return event("agent.presence-changed", key, at, data, told);
    }

    private static OutgoingEvent event(String name, UUID key, Instant at, RoutingEvent data, Turn.Told told) {
        return new OutgoingEvent(Ids.next(), PREFIX + name + ".v1", key, at, data, told.traceparent());
    }

    private static RoutingEvent queued(Effect.Queued queued) {
        WorkItem item = queued.item();
        return new RoutingEvent.WorkItemQueued(
                item.id(),
                item.conversationId(),
                item.situation().customerId(),
                item.queue(),
                item.channelKind(),
                reason(item.reason()),
                item.queuedAt(),
                item.reason().toString(),
                queued.formerAgentId());
    }

    /** The first version promised a closed list; what came later is told as what it resembles, and exactly as the cause. */
    private static String reason(QueuedReason reason) {
        return switch (reason) {
            case REPLY_LATE -> QueuedReason.TIMED_OUT.toString();
            case OVERFLOWED -> QueuedReason.TRANSFERRED.toString();
            default -> reason.toString();
        };
    }

    private static RoutingEvent assigned(Effect.Assigned assigned) {
        WorkItem item = assigned.item();
        double waited = Duration.between(item.queuedAt(), item.assignedAt()).toMillis() / 1000.0;
        return new RoutingEvent.WorkItemAssigned(
                item.id(),
                item.conversationId(),
                item.agentId(),
                assigned.agentName(),
                item.assignmentNumber(),
                item.queuedAt(),
                item.assignedAt(),
                Math.max(0, waited));
    }

    private static RoutingEvent done(Effect.Done done) {
        WorkItem item = done.item();
        return new RoutingEvent.WorkItemDone(item.id(), item.conversationId(), item.agentId(), done.at());
    }

    private static RoutingEvent withdrawn(Effect.Withdrawn gone) {
        WorkItem item = gone.item();
        return new RoutingEvent.WorkItemWithdrawn(item.id(), item.conversationId(), gone.reason(), gone.at());
    }

    private static RoutingEvent made(Effect.OfferMade made) {
        Offer offer = made.offer();
        return new RoutingEvent.OfferMade(
                offer.id(),
                offer.workItemId(),
                offer.conversationId(),
                offer.agentId(),
                made.agentName(),
                offer.queue(),
                offer.decisionId(),
                offer.madeAt(),
                offer.expiresAt());
    }

    private static RoutingEvent ended(Offer offer) {
        return new RoutingEvent.OfferEnded(
                offer.id(),
                offer.workItemId(),
                offer.conversationId(),
                offer.agentId(),
                offer.reason(),
                offer.endedAt());
    }
}
