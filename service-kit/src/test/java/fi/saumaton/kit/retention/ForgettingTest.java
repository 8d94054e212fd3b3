/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.retention;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.OnContext;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@Kit
class ForgettingTest {

    private static final int OLD = 2 * Forgetting.BATCH + 500;

    private final String caller = UUID.randomUUID().toString();
    private final String delete =
            Forgetting.rows("idempotency_key", "created_at < ?1 and caller = '%s'".formatted(caller));

    @Inject
    Forgetting forgetting;

    @Test
    void replicasForgetTogetherWhatIsOldAndPassOverWhatIsInUse() throws Exception {
        keys(OLD, "3 days");
        keys(3, "1 day");
        try (Connection other = Database.connect();
                ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select from idempotency_key where caller = '%s' and key = 'old-1' for update"
                            .formatted(caller));
            Callable<Integer> replica = this::forget;
            int forgotten = 0;
            for (var count : replicas.invokeAll(List.of(replica, replica))) {
                forgotten += count.get();
            }
            assertEquals(OLD - 1, forgotten);
            assertEquals(4, left());
            other.rollback();
        }
        assertEquals(1, forget());
        assertEquals(3, left());
    }

    @Test
    void aFailureWaitsForTheNextTime() throws Exception {
        assertEquals(
                0,
                OnContext.run(() ->
                        forgetting.forget("nothing", Duration.ofDays(2), Forgetting.rows("no_such_table", "at < ?1"))));
    }

    private int forget() throws Exception {
        return OnContext.run(() -> forgetting.forget("keys", Duration.ofDays(2), delete));
    }

    private void keys(int count, String age) {
        Database.update("""
                insert into idempotency_key (caller, key, request_hash, response, created_at)
                select ?, (case when ?::interval > interval '2 days' then 'old-' else 'new-' end) || n, '', '{}', now() - ?::interval
                from generate_series(1, ?) n
                """, caller, age, age, count);
    }

    private long left() {
        return Database.column(Long.class, "select count(*) from idempotency_key where caller = ?", caller)
                .getFirst();
    }
}
