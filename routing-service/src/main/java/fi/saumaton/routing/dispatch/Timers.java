/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.OfferState;

/** Deadlines that outlive every process, judged by the database's clock alone. */
@ApplicationScoped
class Timers {

    private static final String OFFER = "offer";
    private static final String LEASE = "lease";
    private static final String WAKE = "wake";

    private static final String SET = """
            insert into timer (kind, ref, due_at)
            select r.kind, r.ref, r.due_at
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(kind text, ref text, due_at timestamptz)
            on conflict (kind, ref) do update set due_at = excluded.due_at
            """;
    private static final String CANCEL = """
            delete from timer t using jsonb_to_recordset(cast(?1 as jsonb)) as r(kind text, ref text)
            where t.kind = r.kind and t.ref = r.ref
            """;
    private static final String TAKE_DUE = """
            delete from timer where (kind, ref) in
                (select kind, ref from timer where due_at <= statement_timestamp() order by due_at, kind, ref limit ?1)
                and due_at <= statement_timestamp()
            returning kind, ref, due_at
            """;
    private static final String DROP_FIRST = """
            delete from timer where (kind, ref) =
                (select kind, ref from timer where due_at <= statement_timestamp() order by due_at, kind, ref limit 1)
            returning kind, ref
            """;

    private final Sql sql;

    Timers(Sql sql) {
        this.sql = sql;
    }

    @RegisterForReflection
    record Timer(String kind, String ref, Instant dueAt) {
        static Timer ofOffer(Offer offer) {
            return new Timer(OFFER, offer.id().toString(), offer.expiresAt());
        }

        static Timer ofLease(String agentId, Instant dueAt) {
            return new Timer(LEASE, agentId, dueAt);
        }

        /** There is one, for the first thing that time alone changes. */
        private static Timer ofWake(Instant dueAt) {
            return new Timer(WAKE, Domain.MAIN, dueAt);
        }

        private Entry entry() {
            Input input = switch (kind) {
                case OFFER -> new Input.OfferTimedOut(UUID.fromString(ref));
                case LEASE -> new Input.LeaseExpired(ref);
                case WAKE -> new Input.TimePassed();
                default -> throw new IllegalStateException("Unknown kind of timer: " + kind);
            };
            return new Entry(null, Ids.next(), input, null);
        }
    }

    /** The inputs of the timers that are due, the first due first; they are gone with this transaction. */
    Uni<List<Entry>> takeDue(int limit) {
        if (limit == 0) {
            return Uni.createFrom().item(List.of());
        }
        return sql.rows(TAKE_DUE, limit)
                .map(rows -> rows.stream()
                        .map(row -> new Timer((String) row[0], (String) row[1], (Instant) row[2]))
                        .sorted(Comparator.comparing(Timer::dueAt)
                                .thenComparing(Timer::kind)
                                .thenComparing(Timer::ref))
                        .map(Timer::entry)
                        .toList());
    }

    /**
     * Sets a timer for each offer that is pending, and cancels those of the others.
     *
     * @param wake when time alone changes something; null when it does not
     */
    Uni<Void> follow(Collection<Offer> offers, List<Timer> leases, List<Timer> ended, Instant wake) {
        List<Timer> running = new ArrayList<>(leases);
        List<Timer> over = new ArrayList<>(ended);
        (wake == null ? over : running).add(Timer.ofWake(wake));
        for (Offer offer : offers) {
            (offer.state() == OfferState.PENDING ? running : over).add(Timer.ofOffer(offer));
        }
        return write(SET, running).chain(() -> write(CANCEL, over));
    }

    private Uni<Void> write(String statement, List<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(statement, RowJson.write(timers)).replaceWithVoid();
    }

    /** Drops the first that is due: it can't be applied, and the others must not wait for it. */
    Uni<List<Object[]>> dropFirst() {
        return sql.rows(DROP_FIRST);
    }
}
