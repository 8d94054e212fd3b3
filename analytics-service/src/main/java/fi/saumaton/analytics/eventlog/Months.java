/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Keeps a partition of log and facts ready for each of the coming months. */
@ApplicationScoped
class Months {

    private static final Logger LOG = Logger.getLogger(Months.class);
    private static final int AHEAD = 3;

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Months(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "1m", identity = "create-months")
    Uni<Void> createComing() {
        return create(LocalDate.now(clock), AHEAD)
                .invoke(created -> LOG.debugf("Created %d partitions", created))
                .replaceWithVoid();
    }

    /** Drops the months that lie wholly before the day's month; how many partitions that were. */
    Uni<Long> drop(LocalDate day) {
        return transactions.write(() -> sql.rows("select drop_months(?1)", day)).map(rows -> (Long) rows.getFirst()[0]);
    }

    /** Creates what is missing from the day's month on; how many partitions that were. */
    Uni<Long> create(LocalDate day, int ahead) {
        return transactions
                .write(() -> sql.rows("select create_months(?1, ?2)", day, ahead))
                .map(rows -> (Long) rows.getFirst()[0]);
    }
}
