/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;

import static fi.saumaton.analytics.intake.Told.required;

/**
 * What is read of the events in {@code contracts/events/routing}; each kind tells its own part of it. Why a person
 * declined an offer or went away is not kept: that is the person's own.
 */
@RegisterForReflection
record RoutingEventData(
        UUID workItemId,
        UUID conversationId,
        UUID customerId,
        UUID issueId,
        UUID offerId,
        String agentId,
        String queue,
        String channelKind,
        String reason,
        String status,
        String kind,
        String cause,
        String ownerType,
        String ownerId,
        Double waitedSeconds,
        Instant queuedAt,
        Instant madeAt,
        Instant assignedAt,
        Instant at,
        Instant since) {

    LoggedEvent toLog(EventKind kind, UUID eventId) {
        return switch (kind) {
            case WORK_ITEM_QUEUED ->
                work(kind, eventId, queuedAt, "queuedAt")
                        .customer(customerId)
                        .queue(queue)
                        .channel(null, channelKind)
                        .reason(Told.code(reason))
                        .build();
            case WORK_ITEM_ASSIGNED ->
                work(kind, eventId, assignedAt, "assignedAt")
                        .seconds(waitedSeconds)
                        .build();
            case WORK_ITEM_DONE -> work(kind, eventId, at, "at").build();
            case WORK_ITEM_WITHDRAWN ->
                work(kind, eventId, at, "at").reason(Told.code(reason)).build();
            case OFFER_MADE ->
                offer(kind, eventId, madeAt, "madeAt").queue(queue).build();
            case OFFER_ACCEPTED, OFFER_DECLINED, OFFER_TIMED_OUT, OFFER_RESCINDED ->
                offer(kind, eventId, at, "at").build();
            case PRESENCE_CHANGED ->
                LoggedEvent.of(kind, eventId, required(since, "since"))
                        .agent(Pseudonym.ofAgent(required(agentId, "agentId")))
                        .reason(Told.code(status))
                        .build();
            case PROMISE_MADE,
                    PROMISE_DUE_SOON,
                    PROMISE_RUNNING_OUT,
                    PROMISE_LATE,
                    PROMISE_KEPT,
                    PROMISE_BROKEN,
                    PROMISE_MOVED,
                    PROMISE_CANCELLED,
                    PROMISE_HANDED_OVER -> promise(kind, eventId);
            default -> throw new IllegalArgumentException("Not of this topic: " + kind);
        };
    }

    /** Why it ended, where it did; else what is promised. */
    private LoggedEvent promise(EventKind event, UUID eventId) {
        return LoggedEvent.of(event, eventId, required(at, "at"))
                .conversation(conversationId)
                .customer(customerId)
                .issue(issueId)
                .queue(queue)
                .agent("agent".equals(ownerType) ? Pseudonym.ofAgent(ownerId) : null)
                .reason(Told.code(cause == null ? kind : cause))
                .build();
    }

    private LoggedEvent.Builder offer(EventKind kind, UUID eventId, Instant when, String property) {
        return work(kind, eventId, when, property).offer(required(offerId, "offerId"));
    }

    private LoggedEvent.Builder work(EventKind kind, UUID eventId, Instant when, String property) {
        return LoggedEvent.of(kind, eventId, required(when, property))
                .conversation(required(conversationId, "conversationId"))
                .workItem(workItemId)
                .agent(Pseudonym.ofAgent(agentId));
    }
}
