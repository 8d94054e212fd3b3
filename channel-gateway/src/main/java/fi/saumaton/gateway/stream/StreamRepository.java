/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The two tables of the stream. */
@ApplicationScoped
class StreamRepository {
    /**
     * One statement for any number of entries: counts up each recipient's row (in the order of their names, so that two transactions never wait for
     * each other crosswise) and numbers the entries from there.
     */
    private static final String APPEND = """
            with entry as (
                select * from jsonb_to_recordset(cast(?1 as jsonb)) as r(recipient text, ordinal int, kind text, data jsonb)
            ), counted as (
                insert into recipient (id, last_sequence, updated_at)
                select recipient, count(*), ?2 from entry group by recipient order by recipient
                on conflict (id) do update
                    set last_sequence = recipient.last_sequence + excluded.last_sequence, updated_at = excluded.updated_at
                returning id, last_sequence
            ), sized as (
                select recipient, count(*) as entries from entry group by recipient
            ), stored as (
                insert into stream_event (recipient, sequence, kind, data, at)
                select e.recipient, c.last_sequence - s.entries + e.ordinal, e.kind, e.data, ?2
                from entry e join counted c on c.id = e.recipient join sized s on s.recipient = e.recipient
            )
            select id, last_sequence from counted
            """;

    private static final String AFTER = """
            select r.last_sequence, e.sequence, e.kind, e.at, cast(e.data as text)
            from recipient r
            left join lateral (
                select * from stream_event s where s.recipient = r.id and s.sequence > ?2 order by s.sequence limit ?3
            ) e on true
            where r.id = ?1
            order by e.sequence
            """;

    private final Sql sql;

    StreamRepository(Sql sql) {
        this.sql = sql;
    }

    @RegisterForReflection
    private record Row(String recipient, int ordinal, String kind, Object data) {}

    /** Stores the entries; the new last sequence of each recipient. */
    Uni<Map<String, Long>> append(List<StreamEntry> entries, Instant at) {
        var ordinals = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>(entries.size());
        for (var entry : entries) {
            int ordinal = ordinals.merge(entry.recipient(), 1, Integer::sum);
            rows.add(new Row(entry.recipient(), ordinal, entry.kind(), entry.data()));
        }
        return sql.rows(APPEND, sql.json(rows), at).map(StreamRepository::sequences);
    }

    Uni<Backlog> after(String recipient, long position, int limit) {
        return sql.rows(AFTER, recipient, position, limit).map(rows -> backlog(recipient, rows));
    }

    Uni<Map<String, Long>> last(List<String> recipients) {
        return sql.rows("select id, last_sequence from recipient where id = any(?1)", (Object)
                        recipients.toArray(String[]::new))
                .map(StreamRepository::sequences);
    }

    /** Newest first. */
    Uni<List<String>> dataUpTo(String recipient, String kind, long sequence, int limit) {
        return sql.rows("""
                        select cast(data as text) from stream_event
                        where recipient = ?1 and kind = ?2 and sequence <= ?3
                        order by sequence desc limit ?4
                        """, recipient, kind, sequence, limit)
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
    }

    private static Map<String, Long> sequences(List<Object[]> rows) {
        var sequences = new HashMap<String, Long>();
        for (var row : rows) {
            sequences.put((String) row[0], (Long) row[1]);
        }
        return sequences;
    }

    private static Backlog backlog(String recipient, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new Backlog(0, List.of());
        }
        var events = rows.stream()
                .filter(row -> row[1] != null)
                .map(row ->
                        new StreamEvent(recipient, (Long) row[1], (String) row[2], (Instant) row[3], (String) row[4]))
                .toList();
        return new Backlog((Long) rows.getFirst()[0], events);
    }
}
