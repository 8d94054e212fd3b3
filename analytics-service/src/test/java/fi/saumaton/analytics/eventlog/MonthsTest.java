/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class MonthsTest {

    private static final LocalDate MAY_2044 = LocalDate.of(2044, 5, 17);

    @Inject
    Months months;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void createsAPartitionOfEachTableForEachMonthOnce() {
        assertEquals(9L, await(() -> months.create(MAY_2044, 2)));
        assertEquals(3L, await(() -> months.create(MAY_2044, 3)));
        assertEquals(0L, await(() -> months.create(MAY_2044, 3)));
    }

    @Test
    void whatCameBeforeItsMonthMovesIntoIt() {
        Object id = Ids.next();
        await(() -> transactions.write(() -> sql.update(
                "insert into event_log (event_id, kind, at, automatic, first_contact)"
                        + " values (?1, 'issue.opened', '2051-02-03T04:05:06Z', false, false)",
                id)));
        assertEquals("event_log_rest", partitionOf(id));

        await(() -> months.create(LocalDate.of(2051, 2, 1), 0));

        assertEquals("event_log_2051_02", partitionOf(id));
    }

    private String partitionOf(Object id) {
        List<Object[]> rows = await(() -> transactions.read(() ->
                sql.rows("select cast(cast(tableoid as regclass) as text) from event_log where event_id = ?1", id)));
        assertEquals(1, rows.size());
        return (String) rows.getFirst()[0];
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
