/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.kit.sql.Sql;

/** The stored log. All of it runs in the transaction or session that is open. */
@ApplicationScoped
public class EventLog {

    /** Word for word the condition of the index event_log_conversation. */
    private static final String SHAPING =
            "(kind <> 'conversation.message-received' or automatic) and kind <> 'conversation.delivery-changed'";

    private static final String OF_ISSUES =
            "kind in ('issue.opened', 'issue.continued', 'issue.resolved', 'issue.changed',"
                    + " 'issue.rearranged', 'issue.reopened')";
    private static final String MESSAGES = "kind in ('conversation.message-received', 'conversation.message-sent')";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;

    EventLog(Sql sql) {
        this.sql = sql;
    }

    /** Appends the events, all of them in one statement; one that is there already stays as it is. */
    public Uni<Void> append(List<LoggedEvent> events) {
        return sql.update("""
                        insert into event_log (event_id, kind, at, conversation_id, customer_id, issue_id, message_id, offer_id,
                            work_item_id, touchpoint_id, agent_id, channel, channel_kind, queue, author, reason,
                            automatic, first_contact, seconds)
                        select event_id, kind, at, conversation_id, coalesce(e.pseudonym, r.customer_id), issue_id, message_id, offer_id,
                            work_item_id, touchpoint_id, agent_id, channel, channel_kind, queue, author, reason,
                            coalesce(automatic, false), coalesce(first_contact, false), seconds
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(event_id uuid, kind text, at timestamptz,
                            conversation_id uuid, customer_id uuid, issue_id uuid, message_id uuid, offer_id uuid,
                            work_item_id uuid, touchpoint_id uuid, agent_id uuid, channel text, channel_kind text,
                            queue text, author text, reason text, automatic boolean, first_contact boolean,
                            seconds double precision)
                        left join erased_customer e on e.customer_id = r.customer_id
                        on conflict do nothing
                        """, sql.json(events.stream().map(EventRow::write).toList()))
                .replaceWithVoid();
    }

    /** What is known of these conversations, ordinary messages and deliveries left out: those shape nothing. */
    public Uni<Map<UUID, List<LoggedEvent>>> ofConversations(Collection<UUID> conversationIds) {
        return sql.rows(
                        "select " + EventRow.COLUMNS + " from event_log where conversation_id = any(?1) and " + SHAPING,
                        (Object) conversationIds.toArray(UUID[]::new))
                .map(rows -> grouped(rows, LoggedEvent::conversationId));
    }

    /** What is known of these issues. */
    public Uni<Map<UUID, List<LoggedEvent>>> ofIssues(Collection<UUID> issueIds) {
        return sql.rows(
                        "select " + EventRow.COLUMNS + " from event_log where issue_id = any(?1) and " + OF_ISSUES,
                        (Object) issueIds.toArray(UUID[]::new))
                .map(rows -> grouped(rows, LoggedEvent::issueId));
    }

    /** The next conversations, by id, in which a contact or an offer started in the interval. */
    public Uni<List<UUID>> conversationsStartedIn(Interval interval, UUID after, int limit) {
        return ids("""
                select distinct conversation_id from event_log
                where kind in ('conversation.opened', 'conversation.reopened', 'offer.made', 'issue.opened',
                    'issue.continued', 'issue.reopened')
                  and at >= ?1 and at < ?2 and conversation_id > ?3
                order by conversation_id limit ?4
                """, interval, after, limit);
    }

    /** The next issues, by id, that were opened or resolved in the interval. */
    public Uni<List<UUID>> issuesMovedIn(Interval interval, UUID after, int limit) {
        return ids("""
                select distinct issue_id from event_log
                where kind in ('issue.opened', 'issue.resolved') and at >= ?1 and at < ?2 and issue_id > ?3
                order by issue_id limit ?4
                """, interval, after, limit);
    }

    private Uni<List<UUID>> ids(String query, Interval interval, UUID after, int limit) {
        return sql.rows(query, interval.from(), interval.to(), after == null ? BEFORE_ALL : after, limit)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    /** The next messages of the interval, by time and id, after the given one (null: from the beginning). */
    public Uni<List<LoggedEvent>> messagesIn(Interval interval, LoggedEvent after, int limit) {
        Instant time = after == null ? interval.from() : after.at();
        UUID id = after == null ? BEFORE_ALL : after.eventId();
        return sql.rows(
                        "select " + EventRow.COLUMNS + " from event_log where " + MESSAGES
                                + " and at >= ?1 and at < ?2 and (at, event_id) > (?1, ?3) order by at, event_id limit ?4",
                        time,
                        interval.to(),
                        id,
                        limit)
                .map(rows -> rows.stream().map(EventRow::read).toList());
    }

    private static Map<UUID, List<LoggedEvent>> grouped(List<Object[]> rows, Function<LoggedEvent, UUID> subject) {
        return rows.stream().map(EventRow::read).collect(Collectors.groupingBy(subject));
    }
}
