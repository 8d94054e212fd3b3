/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/**
 * Deletes old rows in small transactions, so that nobody waits for them for long. Replicas may do it at the same time:
 * rows that another one is deleting, or that are in use, are passed over and come next time.
 */
@ApplicationScoped
public class Forgetting {

    /** Rows per transaction. */
    static final int BATCH = 2_000;

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Forgetting(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A delete for {@link #forget}: of the rows of a table (no partitioned one) that a condition holds for.
     *
     * @param condition in terms of {@code ?1}, the moment before which rows are old
     */
    public static String rows(String table, String condition) {
        return """
               delete from %1$s where ctid = any(array(
                   select ctid from %1$s where %2$s limit ?2 for update skip locked))
               """.formatted(table, condition);
    }

    /**
     * Runs a delete until it finds less than a batch; how many rows went. When it fails, what is left waits for the next
     * time: it is said in the log, and the caller goes on.
     *
     * @param what for the log
     * @param keep how long rows are kept
     * @param delete deletes at most {@code ?2} rows that are older than {@code ?1}
     */
    public Uni<Integer> forget(String what, Duration keep, String delete) {
        Instant before = clock.instant().minus(keep);
        return batch(delete, before, 0)
                .invoke(count -> LOG.debugf("Forgot %d rows: %s", count, what))
                .onFailure()
                .invoke(failure -> LOG.warnf("Not everything was forgotten this time: %s, %s", what, failure))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Integer> batch(String delete, Instant before, int soFar) {
        return transactions
                .write(() -> sql.update(delete, before, BATCH))
                .chain(count ->
                        count < BATCH ? Uni.createFrom().item(soFar + count) : batch(delete, before, soFar + count));
    }
}
