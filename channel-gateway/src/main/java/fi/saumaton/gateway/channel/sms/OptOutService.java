/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Who wants no more messages (the table {@code sms_opt_out}): a fact per number of ours and of theirs, and the last word counts. */
@ApplicationScoped
class OptOutService {
    private static final String NOTE = """
            insert into sms_opt_out (channel, handle, stopped, said_at) values (?1, ?2, ?3, ?4)
            on conflict (channel, handle) do update set stopped = excluded.stopped, said_at = excluded.said_at
            where sms_opt_out.said_at <= excluded.said_at
            """;

    private final Sql sql;
    private final Transactions transactions;

    OptOutService(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Joins the open transaction. */
    Uni<Void> stop(String channel, String handle, Instant at) {
        return sql.update(NOTE, channel, handle, true, at).replaceWithVoid();
    }

    /** Joins the open transaction. */
    Uni<Void> start(String channel, String handle, Instant at) {
        return sql.update(NOTE, channel, handle, false, at).replaceWithVoid();
    }

    /** Told by Twilio when we wanted to send. */
    Uni<Void> learnt(String channel, String handle, Instant at) {
        return transactions.write(() -> stop(channel, handle, at));
    }

    Uni<Boolean> hasStopped(String channel, String handle) {
        return transactions
                .read(() -> sql.rows(
                        "select 1 from sms_opt_out where channel = ?1 and handle = ?2 and stopped", channel, handle))
                .map(rows -> !rows.isEmpty());
    }
}
