/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.kit.sql.Sql;

/**
 * The table {@code early_receipt}: a provider may tell of a message before it has answered the call that sent it, or before that answer is recorded. What
 * never finds its message (somebody else's) is forgotten after a while.
 */
@ApplicationScoped
class EarlyReceipts {
    private final Sql sql;

    EarlyReceipts(Sql sql) {
        this.sql = sql;
    }

    @RegisterForReflection
    private record Row(String channel, String providerId, String status, String reason, String code, Instant at) {}

    Uni<Integer> keep(List<Receipt> receipts) {
        var rows = receipts.stream()
                .map(receipt -> new Row(
                        receipt.channel(),
                        receipt.providerMessageId(),
                        receipt.status().name(),
                        receipt.reason(),
                        receipt.code(),
                        receipt.at()))
                .toList();
        return sql.update("""
                insert into early_receipt (channel, provider_id, status, reason, code, at)
                select channel, "providerId", status, reason, code, at
                from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                    channel text, "providerId" text, status text, reason text, code text, at timestamptz)
                on conflict do nothing
                """, sql.json(rows));
    }

    /** Those whose message is known by now; they are no longer early. Several replicas never take the same. */
    Uni<List<Receipt>> take(int limit) {
        return sql.rows("""
                        delete from early_receipt e
                        using (
                            select x.channel, x.provider_id, x.status
                            from early_receipt x
                            join message m on m.channel = x.channel and m.provider_id = x.provider_id and m.direction = 'out'
                            limit ?1
                            for update of x skip locked
                        ) due
                        where e.channel = due.channel and e.provider_id = due.provider_id and e.status = due.status
                        returning e.channel, e.provider_id, e.status, e.reason, e.code, e.at
                        """, (long) limit)
                .map(rows -> rows.stream().map(EarlyReceipts::receipt).toList());
    }

    private static Receipt receipt(Object[] row) {
        return new Receipt(
                (String) row[0],
                (String) row[1],
                Receipt.Status.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (Instant) row[5]);
    }
}
