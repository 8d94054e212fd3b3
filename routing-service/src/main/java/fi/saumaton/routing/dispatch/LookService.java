/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** What is left to do, by one small query on two indexes: the domain is locked only when there is something. */
@ApplicationScoped
class LookService {

    private static final String LOOK = """
            select
                (select cast(extract(epoch from min(due_at) - statement_timestamp()) * 1000 as bigint) from timer),
                exists (select 1 from routing_input where domain = ?1 and applied_at is null)
            """;

    private final Transactions transactions;
    private final Sql sql;

    LookService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** @param millisToTimer until the first timer falls due; very many when there is none */
    record Seen(long millisToTimer, boolean inputsWait) {

        boolean somethingWaits() {
            return inputsWait || millisToTimer <= 0;
        }
    }

    Uni<Seen> look() {
        return transactions.read(() -> sql.rows(LOOK, Domain.MAIN)).map(rows -> {
            Object[] row = rows.getFirst();
            return new Seen(row[0] == null ? Long.MAX_VALUE : (Long) row[0], (Boolean) row[1]);
        });
    }
}
