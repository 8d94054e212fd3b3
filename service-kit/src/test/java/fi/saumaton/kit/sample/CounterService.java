/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

@ApplicationScoped
public class CounterService {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    CounterService(Transactions transactions, Outbox outbox, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /** A new counter at 0; tells nothing. */
    public Uni<Void> create(UUID id) {
        return transactions.write(() -> Panache.getSession()
                .chain(session -> session.persist(new Counter(id)))
                .replaceWithVoid());
    }

    /** One more, told with a wish. */
    public Uni<Integer> increase(UUID id, String wish) {
        return transactions.write(() ->
                locked(id).invoke(Counter::increase).call(c -> tell(c, wish)).map(Counter::value));
    }

    /** One more, told, and then everything fails. */
    public Uni<Void> increaseAndFail(UUID id) {
        return transactions.write(() -> locked(id)
                .invoke(Counter::increase)
                .call(counter -> tell(counter, null))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("as wished"))));
    }

    /** Told outside a transaction. */
    public Uni<Void> tellOnly(UUID id) {
        return transactions.read(() -> outbox.append(event(id, 0, null)));
    }

    public Uni<Integer> value(UUID id) {
        return transactions.read(() -> Panache.getSession()
                .chain(session -> session.find(Counter.class, id))
                .map(counter -> counter == null ? null : counter.value()));
    }

    public Uni<List<Object[]>> rows(String query, Object... params) {
        return transactions.read(() -> sql.rows(query, params));
    }

    private Uni<Counter> locked(UUID id) {
        return Panache.getSession().chain(s -> s.find(Counter.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Uni<Void> tell(Counter counter, String wish) {
        return outbox.append(event(counter.id(), counter.value(), wish));
    }

    private OutgoingEvent event(UUID id, int value, String wish) {
        return OutgoingEvent.of(
                CounterEvent.INCREASED, id, clock.instant(), new CounterEvent.Increased(id, value, wish));
    }
}
