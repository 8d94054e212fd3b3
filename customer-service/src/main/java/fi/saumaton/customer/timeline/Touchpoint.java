/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One entry of a customer's timeline, as it is written. Only its source changes it afterwards, or takes it away.
 *
 * @param customerId the customer it was recorded under, who may redirect to another one
 * @param occurredAt where it stands in the timeline. For a message: when it reached us, since senders' clocks lie
 * @param id a message's own id, so that a message is never there twice
 * @param title null for a message: it is the first line of what it says
 * @param body what was said, an issue's resolution; null for other things
 * @param data what a back-office system told, attachments of a message; null when none
 * @param verified whether the customer, and nobody who only claims to be, is behind it
 * @param titles the title by language (fi, sv, en), where it was made here; else null
 * @param typeVersion the version of the company's own type that it was checked by; null for other kinds
 */
public record Touchpoint(
        UUID customerId,
        Instant occurredAt,
        UUID id,
        String kind,
        Instant recordedAt,
        String channel,
        String channelKind,
        UUID conversationId,
        UUID issueId,
        Author author,
        String title,
        String body,
        Map<String, Object> data,
        boolean verified,
        Map<String, String> titles,
        Integer typeVersion) {
    public static final String MESSAGE_RECEIVED = "message-received";
    public static final String MESSAGE_SENT = "message-sent";
    public static final String ISSUE_OPENED = "issue-opened";
    public static final String ISSUE_RESOLVED = "issue-resolved";
    public static final String ISSUE_REOPENED = "issue-reopened";
    public static final String PURCHASE = "purchase";

    /** Where in the platform it happened. */
    public record Place(String channel, String channelKind, UUID conversationId, UUID issueId) {}

    public static Touchpoint message(
            UUID customerId,
            String kind,
            UUID messageId,
            Instant at,
            Place place,
            Author author,
            String text,
            Map<String, Object> data,
            boolean verified) {
        return at(customerId, kind, messageId, at, at, place, author, null, text, data, verified);
    }

    public static Touchpoint issue(
            UUID customerId,
            String kind,
            UUID id,
            Instant at,
            Place place,
            Author author,
            String title,
            String resolution) {
        return at(customerId, kind, id, at, at, place, author, title, resolution, null, true);
    }

    private static Touchpoint at(
            UUID customerId,
            String kind,
            UUID id,
            Instant occurredAt,
            Instant recordedAt,
            Place place,
            Author author,
            String title,
            String text,
            Map<String, Object> data,
            boolean verified) {
        return new Touchpoint(
                customerId,
                occurredAt,
                id,
                kind,
                recordedAt,
                place.channel(),
                place.channelKind(),
                place.conversationId(),
                place.issueId(),
                author,
                title,
                text,
                data,
                verified,
                null,
                null);
    }
}
