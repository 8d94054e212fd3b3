/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

/** Searches the audit log. */
@ApplicationScoped
public class AuditService {
    private final Transactions transactions;
    private final Sql sql;

    AuditService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** What is looked for; what is null does not matter. */
    public record Query(
            UUID customerId,
            String actorId,
            String action,
            String purpose,
            Boolean withoutContact,
            Instant from,
            Instant to) {
        /** Everything about one customer. */
        public static Query of(UUID customerId) {
            return new Query(customerId, null, null, null, null, null, null);
        }
    }

    /** Newest first. A customer's entries are also those under the ids that were joined to it. */
    public Uni<Page<AuditEntry>> find(Query query, int limit, String after) {
        var cursor = Cursor.parse(after);
        return transactions
                .read(() -> sql.rows(
                        """
                        select id, at, actor_id, actor_name, actor_role, customer_id, action, purpose, stated,
                            conversation_id
                        from audit_entry
                        where (?1::uuid is null or customer_id = ?1::uuid or customer_id in (
                                select member.id from customer asked
                                join customer member on member.survivor_id = asked.survivor_id
                                where asked.id = ?1::uuid))
                            and (?2::text is null or actor_id = ?2::text)
                            and (?3::text is null or action = ?3::text)
                            and (?4::text is null or purpose = ?4::text)
                            and (?5::boolean is null or (conversation_id is null) = ?5::boolean)
                            and (?6::timestamptz is null or at >= ?6::timestamptz)
                            and (?7::timestamptz is null or at < ?7::timestamptz)
                            and (?8::timestamptz is null or (at, id) < (?8::timestamptz, ?9::uuid))
                        order by at desc, id desc limit ?10
                        """,
                        query.customerId(),
                        query.actorId(),
                        query.action(),
                        query.purpose(),
                        query.withoutContact(),
                        query.from(),
                        query.to(),
                        cursor == null ? null : cursor.instant(0),
                        cursor == null ? null : cursor.uuid(1),
                        limit + 1))
                .map(rows -> Page.of(
                        rows.stream().map(AuditService::entry).toList(),
                        limit,
                        entry -> Cursor.of(entry.at(), entry.entryId())));
    }

    private static AuditEntry entry(Object[] row) {
        return new AuditEntry(
                (UUID) row[0],
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (String) row[6],
                (String) row[7],
                (Boolean) row[8],
                (UUID) row[9]);
    }
}
