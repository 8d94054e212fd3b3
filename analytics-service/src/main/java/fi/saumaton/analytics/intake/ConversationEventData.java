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

/** What is read of the events in {@code contracts/events/conversation}; each kind tells its own part of it. */
@RegisterForReflection
record ConversationEventData(
        UUID conversationId,
        UUID messageId,
        UUID firstMessageId,
        String channel,
        String channelKind,
        boolean automatic,
        Told.Author author,
        Told.Author closedBy,
        String status,
        String reason,
        Double answeredAfterSeconds,
        Instant openedAt,
        Instant reopenedAt,
        Instant recordedAt,
        Instant changedAt,
        Instant madeAt,
        Instant returnedAt,
        Instant closedAt) {

    LoggedEvent toLog(EventKind kind, UUID eventId) {
        return switch (kind) {
            case CONVERSATION_OPENED -> contact(kind, eventId, openedAt, "openedAt");
            case CONVERSATION_REOPENED -> contact(kind, eventId, reopenedAt, "reopenedAt");
            case MESSAGE_RECEIVED -> message(kind, eventId).automatic(automatic).build();
            case MESSAGE_SENT ->
                message(kind, eventId)
                        .author(required(Told.Author.typeOf(author), "author"))
                        .seconds(answeredAfterSeconds)
                        .build();
            case DELIVERY_CHANGED ->
                at(kind, eventId, changedAt, "changedAt")
                        .message(messageId)
                        .reason(Told.code(status))
                        .build();
            case CLAIM_MADE -> at(kind, eventId, madeAt, "madeAt").build();
            case CONVERSATION_RETURNED ->
                at(kind, eventId, returnedAt, "returnedAt").build();
            case CONVERSATION_CLOSED ->
                at(kind, eventId, closedAt, "closedAt")
                        .author(Told.Author.typeOf(closedBy))
                        .reason(Told.code(reason))
                        .build();
            default -> throw new IllegalArgumentException("Not of this topic: " + kind);
        };
    }

    private LoggedEvent contact(EventKind kind, UUID eventId, Instant at, String property) {
        return at(kind, eventId, at, property)
                .message(firstMessageId)
                .channel(required(channel, "channel"), required(channelKind, "channelKind"))
                .build();
    }

    private LoggedEvent.Builder message(EventKind kind, UUID eventId) {
        return at(kind, eventId, recordedAt, "recordedAt")
                .message(required(messageId, "messageId"))
                .channel(channel, channelKind);
    }

    private LoggedEvent.Builder at(EventKind kind, UUID eventId, Instant at, String property) {
        return LoggedEvent.of(kind, eventId, required(at, property))
                .conversation(required(conversationId, "conversationId"));
    }
}
