/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class RetentionTest {
    private static final Map<String, String> INSERTS = Map.of(
            "claim",
            "insert into claim (conversation_id, kind, value, made_at) values (?1, 'phone', '+358401234567', ?2)",
            "assignment",
            "insert into assignment (conversation_id, number, agent_id, assigned_at) values (?1, 1, 'jenni', ?2)",
            "held_message",
            "insert into held_message (conversation_id, message_id, type, data, held_at)"
                    + " values (?1, ?1, 'fi.saumaton.conversation.message-sent.v1', '{}', ?2)",
            "fact",
            "insert into fact (source_id, kind, value, customer_id, shown, source, conversation_id, proven, confidence,"
                    + " observed_at, expires_at) values (?1, 'phone', '+358401234567', ?1, '', 'message', ?1, false, 1, ?2, ?2)",
            "question",
            "insert into question (message_id, kind, conversation_id, customer_id, asked, asked_at)"
                    + " values (?1, 'phone', ?1, ?1, true, ?2)");

    private final UUID old = UUID.randomUUID();
    private final UUID young = UUID.randomUUID();

    @Inject
    RetentionSweep sweep;

    @Inject
    RetentionConfig config;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void whatWasKeptLongEnoughGoesAndTheRestStays() {
        assertKept("claim", config.claims());
        assertKept("assignment", config.assignments());
        assertKept("held_message", config.heldMessages());
        assertKept("fact", config.facts());
        assertKept("question", config.questions());
    }

    private void assertKept(String table, Duration keep) {
        insert(table, old, keep.plusHours(1));
        insert(table, young, keep.minusHours(1));

        await(sweep::sweep);

        assertEquals(0, count(table, old), table);
        assertEquals(1, count(table, young), table);
    }

    private void insert(String table, UUID id, Duration age) {
        await(() -> transactions.write(
                () -> sql.update(INSERTS.get(table), id, Instant.now().minus(age))));
    }

    private long count(String table, UUID id) {
        return await(() -> transactions.read(
                        () -> sql.rows("select count(*) from " + table + " where conversation_id = ?1", id)))
                .stream()
                .mapToLong(row -> (Long) row[0])
                .sum();
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
