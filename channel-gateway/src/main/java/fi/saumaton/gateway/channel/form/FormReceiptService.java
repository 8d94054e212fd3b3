/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** The reference that a message got when it was stored. */
@ApplicationScoped
class FormReceiptService {
    private final Transactions transactions;
    private final Sql sql;

    FormReceiptService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Null as long as it is on its way, and for a receipt that nobody was given. */
    Uni<String> reference(String channel, UUID receipt) {
        return transactions.read(() -> sql.rows("""
                        select c.reference from message m join conversation c on c.id = m.conversation_id
                        where m.channel = ?1 and m.provider_id = ?2
                        """, channel, receipt.toString())
                .map(rows -> rows.isEmpty() ? null : (String) rows.getFirst()[0]));
    }
}
