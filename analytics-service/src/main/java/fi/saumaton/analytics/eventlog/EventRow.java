/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.analytics.metric.AuthorType;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;

/** A logged event as a row of the table. */
final class EventRow {

    static final String COLUMNS =
            "event_id, kind, at, conversation_id, customer_id, issue_id, message_id, offer_id, work_item_id,"
                    + " touchpoint_id, agent_id, channel, channel_kind, queue, author, reason, automatic, first_contact, seconds";

    private EventRow() {}

    /** Only what the event tells, since most columns of a row are empty. */
    static Map<String, Object> write(LoggedEvent event) {
        Map<String, Object> row = new HashMap<>();
        row.put("event_id", event.eventId());
        row.put("kind", event.kind().logName());
        row.put("at", event.at().toString());
        put(row, "conversation_id", event.conversationId());
        put(row, "customer_id", event.customerId());
        put(row, "issue_id", event.issueId());
        put(row, "message_id", event.messageId());
        put(row, "offer_id", event.offerId());
        put(row, "work_item_id", event.workItemId());
        put(row, "touchpoint_id", event.touchpointId());
        put(row, "agent_id", event.agentId());
        put(row, "channel", event.channel());
        put(row, "channel_kind", event.channelKind());
        put(row, "queue", event.queue());
        put(row, "author", event.author() == null ? null : event.author().logName());
        put(row, "reason", event.reason());
        put(row, "automatic", event.automatic() ? Boolean.TRUE : null);
        put(row, "first_contact", event.firstContact() ? Boolean.TRUE : null);
        put(row, "seconds", event.seconds());
        return row;
    }

    private static void put(Map<String, Object> row, String column, Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    /** From a row of {@link #COLUMNS}. */
    static LoggedEvent read(Object[] row) {
        int i = 0;
        UUID eventId = (UUID) row[i++];
        EventKind kind = EventKind.ofLogName((String) row[i++]);
        return LoggedEvent.of(kind, eventId, (Instant) row[i++])
                .conversation((UUID) row[i++])
                .customer((UUID) row[i++])
                .issue((UUID) row[i++])
                .message((UUID) row[i++])
                .offer((UUID) row[i++])
                .workItem((UUID) row[i++])
                .touchpoint((UUID) row[i++])
                .agent((UUID) row[i++])
                .channel((String) row[i++], (String) row[i++])
                .queue((String) row[i++])
                .author(row[i] == null ? null : AuthorType.ofLogName((String) row[i]))
                .reason((String) row[++i])
                .automatic((boolean) row[++i])
                .firstContact((boolean) row[++i])
                .seconds((Double) row[++i])
                .build();
    }
}
