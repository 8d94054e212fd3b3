/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The timeline's rows: one statement writes a whole batch, one statement reads a page, however long the timeline is. */
@ApplicationScoped
class TimelineRepository {
    private static final String COLUMNS = """
            t.occurred_at, t.id, t.kind, t.channel, t.channel_kind, t.conversation_id, t.issue_id,
            t.author ->> 'type', t.author ->> 'id', t.author ->> 'name', t.title, t.body, t.data::text, t.verified,
            t.titles::text, t.type_version
            """;

    private static final String INSERT = """
            insert into touchpoint (customer_id, occurred_at, id, kind, recorded_at, channel, channel_kind,
                conversation_id, issue_id, author, title, body, data, verified, titles, type_version)
            select "customerId", "occurredAt", id, kind, "recordedAt", channel, "channelKind",
                "conversationId", "issueId", author, title, body, data, verified, titles, "typeVersion"
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                "customerId" uuid, "occurredAt" timestamptz, id uuid, kind text, "recordedAt" timestamptz, channel text,
                "channelKind" text, "conversationId" uuid, "issueId" uuid, author jsonb, title text, body text,
                data jsonb, verified boolean, titles jsonb, "typeVersion" integer)
            on conflict do nothing
            """;

    /**
     * Each customer of the cluster gives its newest entries from an index that has them in this order, then the newest of
     * all are taken: however long the timeline is, no more than a page of each is read.
     */
    static String page(TimelineFilter filter) {
        var kinds = filter.kinds().isEmpty() ? "" : "cross join unnest(?6::text[]) as wanted(kind)";
        var ofKind = filter.kinds().isEmpty() ? "" : "and entry.kind = wanted.kind";
        var ofChannel = filter.channel() == null
                ? ""
                : "and entry.channel_kind = ?%1$d and (cast(?%2$d as text) is null or entry.channel = ?%2$d)"
                        .formatted(
                                filter.kinds().isEmpty() ? 6 : 7, filter.kinds().isEmpty() ? 7 : 8);
        return """
                select %s
                from customer member %s
                cross join lateral (
                    select * from touchpoint entry
                    where entry.customer_id = member.id %s %s
                        and (entry.occurred_at, entry.id) < (?2, ?3) and entry.occurred_at >= ?5
                    order by entry.occurred_at desc, entry.id desc
                    limit ?4) t
                where member.survivor_id = ?1
                order by t.occurred_at desc, t.id desc
                limit ?4
                """.formatted(COLUMNS, kinds, ofKind, ofChannel);
    }

    /** What was recorded by a time, for the ids that were one customer then. */
    private static final String THEN = """
            select %s
            from unnest(?1::uuid[]) as member(id)
            cross join lateral (
                select * from touchpoint
                where customer_id = member.id and occurred_at <= ?2 and recorded_at <= ?2
                order by occurred_at desc, id desc
                limit ?3) t
            order by t.occurred_at desc, t.id desc
            limit ?3
            """.formatted(COLUMNS);

    private static final String PURCHASES = """
            select %s
            from customer member
            cross join lateral (
                select * from touchpoint
                where customer_id = member.id and kind = 'purchase'
                order by occurred_at desc
                limit ?2) t
            where member.survivor_id = ?1
            order by t.occurred_at desc
            limit ?2
            """.formatted(COLUMNS);

    private final Sql sql;

    TimelineRepository(Sql sql) {
        this.sql = sql;
    }

    Uni<Void> insert(List<Touchpoint> touchpoints) {
        return touchpoints.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(INSERT, sql.json(touchpoints)).replaceWithVoid();
    }

    /** Takes entries away, wherever the customer they were recorded under belongs to now. */
    Uni<Void> delete(List<Place> places) {
        return places.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                        delete from touchpoint t
                        using jsonb_to_recordset(cast(?1 as jsonb))
                            as r("customerId" uuid, "occurredAt" timestamptz, id uuid)
                        where t.customer_id = r."customerId" and t.occurred_at = r."occurredAt" and t.id = r.id
                        """, sql.json(places)).replaceWithVoid();
    }

    /** The key of an entry. */
    record Place(UUID customerId, Instant occurredAt, UUID id) {}

    /** @param customerId a surviving customer */
    Uni<List<TimelineEntry>> page(UUID customerId, TimelineFilter filter, Instant before, UUID beforeId, int limit) {
        return sql.rows(page(filter), parameters(customerId, filter, before, beforeId, limit))
                .map(rows -> rows.stream().map(TimelineEntry::from).toList());
    }

    /** A statement has as many as it uses, numbered without a gap. */
    private static Object[] parameters(
            UUID customerId, TimelineFilter filter, Instant before, UUID beforeId, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(customerId, before, beforeId, limit, filter.from()));
        if (!filter.kinds().isEmpty()) {
            parameters.add(filter.kinds().toArray(String[]::new));
        }
        if (filter.channel() != null) {
            parameters.add(filter.channelKind());
            parameters.add(filter.oneChannel());
        }
        return parameters.toArray();
    }

    Uni<List<TimelineEntry>> then(List<UUID> members, Instant asOf, int limit) {
        return sql.rows(THEN, members.toArray(UUID[]::new), asOf, limit)
                .map(rows -> rows.stream().map(TimelineEntry::from).toList());
    }

    Uni<List<TimelineEntry>> purchases(UUID customerId, int limit) {
        return sql.rows(PURCHASES, customerId, limit)
                .map(rows -> rows.stream().map(TimelineEntry::from).toList());
    }
}
