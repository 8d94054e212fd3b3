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
import fi.saumaton.analytics.metric.Issue;
import fi.saumaton.analytics.metric.LoggedEvent;

import static fi.saumaton.analytics.intake.Told.required;

/** What is read of the events in {@code contracts/events/customer}; each kind tells its own part of it. */
@RegisterForReflection
record CustomerEventData(
        UUID customerId,
        UUID conversationId,
        String channel,
        String channelKind,
        IssueRef issue,
        UUID issueId,
        UUID touchpointId,
        UUID messageId,
        String kind,
        String change,
        Told.Author resolvedBy,
        boolean firstContact,
        UUID survivorId,
        int contacts,
        boolean returned,
        Instant createdAt,
        Instant identifiedAt,
        Instant linkedAt,
        Instant unlinkedAt,
        Instant joinedAt,
        Instant partedAt,
        Instant recordedAt,
        Instant askedAt,
        Instant openedAt,
        Instant continuedAt,
        Instant resolvedAt,
        Instant changedAt,
        Instant rearrangedAt,
        Instant removedAt,
        Instant reopenedAt) {

    /** The issue that an identification names. */
    @RegisterForReflection
    record IssueRef(UUID issueId) {}

    LoggedEvent toLog(EventKind eventKind, UUID eventId) {
        return switch (eventKind) {
            case CUSTOMER_CREATED ->
                at(eventKind, eventId, createdAt, "createdAt").build();
            case CUSTOMER_LINKED -> at(eventKind, eventId, linkedAt, "linkedAt").build();
            case CUSTOMER_UNLINKED ->
                at(eventKind, eventId, unlinkedAt, "unlinkedAt").build();
            case CUSTOMER_JOINED -> at(eventKind, eventId, joinedAt, "joinedAt").build();
            case CUSTOMER_PARTED -> at(eventKind, eventId, partedAt, "partedAt").build();
            case CUSTOMER_IDENTIFIED -> identified(eventId);
            case TOUCHPOINT_RECORDED ->
                touchpoint(eventKind, eventId, recordedAt, "recordedAt").build();
            case TOUCHPOINT_CHANGED ->
                touchpoint(eventKind, eventId, changedAt, "changedAt").build();
            case TOUCHPOINT_REMOVED ->
                touchpoint(eventKind, eventId, removedAt, "removedAt").build();
            case QUESTION_REPEATED ->
                at(eventKind, eventId, askedAt, "askedAt")
                        .conversation(required(conversationId, "conversationId"))
                        .message(messageId)
                        .reason(Told.code(kind))
                        .build();
            case ISSUE_OPENED -> issue(eventKind, eventId, openedAt, "openedAt").build();
            case ISSUE_CONTINUED ->
                issue(eventKind, eventId, continuedAt, "continuedAt").build();
            case ISSUE_CHANGED ->
                issue(eventKind, eventId, changedAt, "changedAt")
                        .reason(Told.code(change))
                        .build();
            case ISSUE_REARRANGED ->
                issue(eventKind, eventId, rearrangedAt, "rearrangedAt")
                        .firstContact(contacts == 1 && !returned)
                        .reason(counting())
                        .build();
            case ISSUE_REOPENED ->
                issue(eventKind, eventId, reopenedAt, "reopenedAt").build();
            case ISSUE_RESOLVED ->
                issue(eventKind, eventId, resolvedAt, "resolvedAt")
                        .author(Told.Author.typeOf(resolvedBy))
                        .firstContact(firstContact)
                        .build();
            default -> throw new IllegalArgumentException("Not of this topic: " + eventKind);
        };
    }

    private String counting() {
        if (!required(survivorId, "survivorId").equals(issueId)) {
            return "joined";
        }
        return contacts == 0 ? "empty" : Issue.COUNTED;
    }

    private LoggedEvent identified(UUID eventId) {
        return at(EventKind.CUSTOMER_IDENTIFIED, eventId, identifiedAt, "identifiedAt")
                .conversation(required(conversationId, "conversationId"))
                .issue(issue == null ? null : issue.issueId())
                .channel(channel, channelKind)
                .build();
    }

    private LoggedEvent.Builder touchpoint(EventKind eventKind, UUID eventId, Instant at, String property) {
        return at(eventKind, eventId, at, property).touchpoint(touchpointId).reason(Told.code(kind));
    }

    private LoggedEvent.Builder issue(EventKind eventKind, UUID eventId, Instant at, String property) {
        return at(eventKind, eventId, at, property)
                .issue(required(issueId, "issueId"))
                .conversation(conversationId);
    }

    private LoggedEvent.Builder at(EventKind eventKind, UUID eventId, Instant at, String property) {
        return LoggedEvent.of(eventKind, eventId, required(at, property)).customer(required(customerId, "customerId"));
    }
}
