/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** In a year of its own, before all that other tests tell of. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class RetentionTest {

    private static final String APRIL = "1980-04-30T23:59:59Z";
    private static final String MAY = "1980-05-01T00:00:00Z";
    private static final String MARCH = "1980-03-31T23:59:59Z";
    private static final Instant MIDDLE_OF_APRIL = Instant.parse("1980-04-15T12:00:00Z");

    @Inject
    Months months;

    @Inject
    RetentionSweep sweep;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void wholeMonthsGoAndTheMonthOfTheLimitStays() {
        await(() -> months.create(LocalDate.of(1980, 3, 1), 1));
        UUID march = logged(MARCH);
        UUID april = logged(APRIL);
        UUID mayWithoutPartition = logged(MAY);
        UUID februaryWithoutPartition = logged("1980-02-29T00:00:00Z");

        forget();

        assertEquals(List.of(), found(march));
        assertEquals(List.of(), found(februaryWithoutPartition));
        assertEquals(List.of("event_log_1980_04"), found(april));
        assertEquals(List.of("event_log_rest"), found(mayWithoutPartition));
        await(() -> transactions.write(() -> sql.update(
                "delete from event_log where event_id = any(?1)", (Object) new UUID[] {april, mayWithoutPartition})));
    }

    @Test
    void anIssueStaysAsLongAsOneOfItsResolutions() {
        UUID old = issue(MARCH, MARCH);
        UUID resolvedLater = issue(MARCH, MAY);
        UUID young = issue(MAY, MAY);

        forget();

        assertEquals(0, issues(old));
        assertEquals(1, issues(resolvedLater));
        assertEquals(1, issues(young));
    }

    private void forget() {
        await(() -> sweep.forget(Duration.between(MIDDLE_OF_APRIL, Instant.now())));
    }

    private UUID logged(String at) {
        UUID id = Ids.next();
        await(() -> transactions.write(() -> sql.update(
                "insert into event_log (event_id, kind, at, automatic, first_contact)"
                        + " values (?1, 'issue.opened', ?2, false, false)",
                id,
                Instant.parse(at))));
        return id;
    }

    private List<Object> found(UUID id) {
        List<Object[]> rows = await(() -> transactions.read(() ->
                sql.rows("select cast(cast(tableoid as regclass) as text) from event_log where event_id = ?1", id)));
        return rows.stream().map(row -> row[0]).toList();
    }

    private UUID issue(String opened, String resolved) {
        UUID id = Ids.next();
        await(() -> transactions.write(() -> sql.update(
                        "insert into issue_fact (issue_id, customer_id, opened_at) values (?1, ?1, ?2)",
                        id,
                        Instant.parse(opened))
                .chain(() -> sql.update(
                        "insert into resolution_fact (resolution_id, issue_id, resolved_at, first_contact)"
                                + " values (?1, ?2, ?3, true)",
                        Ids.next(),
                        id,
                        Instant.parse(resolved)))));
        return id;
    }

    private long issues(UUID id) {
        List<Object[]> rows = await(
                () -> transactions.read(() -> sql.rows("select count(*) from issue_fact where issue_id = ?1", id)));
        return (Long) rows.getFirst()[0];
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
