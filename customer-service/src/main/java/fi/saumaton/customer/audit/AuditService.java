/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                .read(() -> members(query.customerId())
                        .map(members -> AuditSearch.of(query, members.orElse(null), cursor, limit + 1))
                        .chain(search -> sql.rows(search.statement(), search.parameters())))
                .map(rows -> Page.of(
                        rows.stream().map(AuditService::entry).toList(),
                        limit,
                        entry -> Cursor.of(entry.at(), entry.entryId())));
    }

    /** All ids of a customer; of one whom nobody knows any more, the id itself. */
    private Uni<Optional<List<UUID>>> members(UUID customerId) {
        return customerId == null
                ? Uni.createFrom().item(Optional.empty())
                : sql.rows("""
                                select member.id from customer asked
                                join customer member on member.survivor_id = asked.survivor_id
                                where asked.id = ?1
                                union select ?1::uuid
                                """, customerId)
                        .map(rows -> Optional.of(
                                rows.stream().map(row -> (UUID) row[0]).toList()));
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
