/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonRawValue;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Input;

/** The inputs as they are stored: those that wait, in their order, and those that have been applied, to be replayed. */
@ApplicationScoped
public class InputLog {

    private static final String APPEND = """
            insert into routing_input (domain, id, kind, payload, traceparent)
            select cast(?2 as text), r.id, r.kind, r.payload, r.traceparent
            from jsonb_to_recordset(cast(?1 as jsonb))
                as r(id uuid, kind text, payload jsonb, traceparent text, position int)
            order by r.position
            """;
    private static final String NEXT = """
            select seq, id, kind, cast(payload as text), traceparent from routing_input
            where domain = ?1 and applied_at is null order by seq limit ?2
            """;
    private static final String APPLIED = """
            update routing_input i set applied_version = ?2, applied_position = r.position, applied_at = ?3
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(seq bigint, position int) where i.seq = r.seq
            """;
    private static final String APPLIED_AT_ONCE = """
            insert into routing_input
                (domain, id, kind, payload, traceparent, applied_version, applied_position, applied_at)
            select cast(?2 as text), r.id, r.kind, r.payload, r.traceparent, cast(?3 as bigint), r.position,
                cast(?4 as timestamptz)
            from jsonb_to_recordset(cast(?1 as jsonb))
                as r(id uuid, kind text, payload jsonb, traceparent text, position int)
            """;
    private static final String GIVE_UP_FIRST = """
            update routing_input set applied_at = clock_timestamp(), failure = ?2 where seq =
                (select min(seq) from routing_input where domain = ?1 and applied_at is null)
            returning id, kind
            """;

    private final Sql sql;

    InputLog(Sql sql) {
        this.sql = sql;
    }

    /** An input to be stored, and the trace it continues. */
    public record Arrival(Input input, String traceparent) {}

    /** An input to be written. */
    @RegisterForReflection
    record Row(UUID id, String kind, @JsonRawValue String payload, String traceparent, int position) {
        static Row of(UUID id, Input input, String traceparent, int position) {
            return new Row(id, InputKind.of(input), RowJson.write(input), traceparent, position);
        }
    }

    /** When a stored input was applied. */
    @RegisterForReflection
    record Place(long seq, int position) {}

    /** Adds inputs to those that wait, in the caller's transaction. */
    public Uni<Void> append(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            rows.add(Row.of(Ids.next(), arrival.input(), arrival.traceparent(), rows.size()));
        }
        return sql.update(APPEND, RowJson.write(rows), Domain.MAIN).replaceWithVoid();
    }

    /** The first that wait. Only under the domain's lock. */
    Uni<List<Entry>> next(int limit) {
        return sql.rows(NEXT, Domain.MAIN, limit)
                .map(rows -> rows.stream().map(InputLog::entry).toList());
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                (Long) row[0], (UUID) row[1], InputKind.read((String) row[2], (String) row[3]), (String) row[4]);
    }

    /** Notes in which order the inputs were applied, so that they can be replayed. */
    Uni<Void> applied(List<Entry> entries, long version, Instant at) {
        List<Place> stored = new ArrayList<>();
        List<Row> fresh = new ArrayList<>();
        for (int position = 0; position < entries.size(); position++) {
            Entry entry = entries.get(position);
            if (entry.seq() == null) {
                fresh.add(Row.of(entry.id(), entry.input(), entry.traceparent(), position));
            } else {
                stored.add(new Place(entry.seq(), position));
            }
        }
        return write(APPLIED, stored, version, at).chain(() -> write(APPLIED_AT_ONCE, fresh, Domain.MAIN, version, at));
    }

    private Uni<Void> write(String statement, List<?> rows, Object... more) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] params =
                Stream.concat(Stream.of(RowJson.write(rows)), Stream.of(more)).toArray();
        return sql.update(statement, params).replaceWithVoid();
    }

    /** Sets aside the first that waits: it can't be applied, and what comes after it must not wait. */
    Uni<List<Object[]>> giveUpFirst(String failure) {
        return sql.rows(GIVE_UP_FIRST, Domain.MAIN, failure);
    }
}
