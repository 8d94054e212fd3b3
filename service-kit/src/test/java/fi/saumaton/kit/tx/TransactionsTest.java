/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.failure.SqlState;
import fi.saumaton.kit.sample.CounterService;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.OnContext;
import fi.saumaton.kit.sql.Sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@Kit
class TransactionsTest {

    private static final String ADD = "update counter set value = value + ?2 where id = ?1";

    @Inject
    Transactions transactions;

    @Inject
    CounterService counters;

    @Inject
    Sql sql;

    @Test
    void actionsAfterTheCommitRunOnceInOrderAndSeeIt() throws Exception {
        UUID id = newCounter();
        List<String> ran = new ArrayList<>();
        Runnable twice = () -> ran.add("value " + valueOf(id));
        OnContext.run(() -> transactions.write(() -> {
            transactions.afterCommit(twice);
            transactions.afterCommit(() -> {
                throw new IllegalStateException("as wished");
            });
            transactions.afterCommit(twice);
            transactions.afterCommit(() -> ran.add("last"));
            return sql.update(ADD, id, 5).invoke(() -> assertEquals(List.of(), ran));
        }));
        assertEquals(List.of("value 5", "last"), ran);
    }

    @Test
    void failureDropsTheChangeAndTheActions() {
        UUID id = newCounter();
        List<String> ran = new ArrayList<>();
        assertThrows(
                IllegalArgumentException.class,
                () -> OnContext.run(() -> transactions.write(() -> {
                    transactions.afterCommit(() -> ran.add("never"));
                    return sql.update(ADD, id, 5)
                            .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("as wished")));
                })));
        assertEquals(List.of(), ran);
        assertEquals(0, valueOf(id));
    }

    @Test
    void writeInsideAWriteIsTheSameTransaction() {
        UUID id = newCounter();
        assertThrows(
                IllegalArgumentException.class,
                () -> OnContext.run(() -> transactions.write(() -> transactions
                        .write(() -> sql.update(ADD, id, 5))
                        .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("as wished"))))));
        assertEquals(0, valueOf(id));
    }

    @Test
    void actionWithoutATransactionIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> OnContext.run(() -> {
                    transactions.afterCommit(() -> {});
                    return Uni.createFrom().voidItem();
                }));
    }

    @Test
    void deadlockedWorkIsTakenAgainFromTheStart() throws Exception {
        UUID first = newCounter();
        UUID second = newCounter();
        AtomicInteger attempts = new AtomicInteger();
        int rounds = 30;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Void> there = () -> repeat(rounds, attempts, first, second);
            Callable<Void> back = () -> repeat(rounds, attempts, second, first);
            for (Future<Void> one : threads.invokeAll(List.of(there, back))) {
                one.get();
            }
        }
        assertEquals(2 * rounds, valueOf(first));
        assertEquals(2 * rounds, valueOf(second));
        assertTrue(attempts.get() >= 2 * rounds, "attempts: " + attempts);
    }

    @Test
    void conflictThatStaysEndsAfterFiveAttempts() {
        UUID id = newCounter();
        AtomicInteger attempts = new AtomicInteger();
        String raise = "do $$ begin raise exception 'as wished' using errcode = '40001'; end $$";
        Exception failure = assertThrows(
                Exception.class,
                () -> OnContext.run(() -> transactions.write(() -> {
                    attempts.incrementAndGet();
                    return sql.update(ADD, id, 1).chain(() -> sql.update(raise));
                })));
        assertEquals("40001", SqlState.of(failure));
        assertEquals(5, attempts.get());
        assertEquals(0, valueOf(id));
    }

    private Void repeat(int rounds, AtomicInteger attempts, UUID one, UUID other) throws Exception {
        for (int i = 0; i < rounds; i++) {
            OnContext.run(() -> transactions.write(() -> {
                attempts.incrementAndGet();
                return sql.update(ADD, one, 1).chain(() -> sql.update(ADD, other, 1));
            }));
        }
        return null;
    }

    private UUID newCounter() {
        UUID id = UUID.randomUUID();
        Database.update("insert into counter (id, version, value) values (?, 0, 0)", id);
        return id;
    }

    private static int valueOf(UUID id) {
        return Database.column(Integer.class, "select value from counter where id = ?", id)
                .getFirst();
    }

    @Test
    void entityChangesAreSeenByNativeSql() throws Exception {
        UUID id = newCounter();
        int value = OnContext.run(() -> transactions.write(() -> counters.increase(id, null)
                .chain(() -> sql.rows("select value from counter where id = ?1", id))
                .map(rows -> (Integer) rows.getFirst()[0])));
        assertEquals(1, value);
    }
}
