/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.kit.sql.Sql;

/** What a dry run has seen on its earlier pages: no more than keyed hashes of handles. */
@ApplicationScoped
class SeenRepository {
    private final Sql sql;

    SeenRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param customerId whom the record would be linked to; null for somebody new */
    record Seen(String kind, String value, String externalId, UUID customerId) {}

    /** The records that had the handles. */
    Uni<Map<Handle, Seen>> find(UUID jobId, Collection<Handle> handles) {
        return sql.rows("""
                        select h.kind, h.value, s.external_id, s.customer_id
                        from jsonb_to_recordset(cast(?2 as jsonb)) as h(kind text, value text)
                        join import_seen s on s.job_id = ?1 and s.hash = handle_hash(h.kind, h.value)
                        """, jobId, sql.json(handles)).map(rows -> {
            Map<Handle, Seen> seen = new HashMap<>();
            for (var row : rows) {
                var one = new Seen((String) row[0], (String) row[1], (String) row[2], (UUID) row[3]);
                seen.put(new Handle(one.kind(), one.value()), one);
            }
            return seen;
        });
    }

    Uni<Map<String, TicketRecorder.Expected>> records(UUID jobId, Collection<String> externalIds) {
        return sql.rows(
                        "select external_id, customer_id from import_seen where job_id = ?1 and external_id = any(?2)",
                        jobId,
                        externalIds.toArray(String[]::new))
                .map(rows -> {
                    Map<String, TicketRecorder.Expected> expected = new HashMap<>();
                    rows.forEach(row -> expected.put((String) row[0], new TicketRecorder.Expected((UUID) row[1])));
                    return expected;
                });
    }

    Uni<Void> note(UUID jobId, List<Seen> seen) {
        return seen.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                insert into import_seen (job_id, hash, external_id, customer_id)
                                select ?1, handle_hash(kind, value), "externalId", "customerId"
                                from jsonb_to_recordset(cast(?2 as jsonb)) as r(kind text, value text,
                                    "externalId" text, "customerId" uuid)
                                on conflict do nothing
                                """, jobId, sql.json(seen)).replaceWithVoid();
    }

    Uni<Void> forget(UUID jobId) {
        return sql.update("delete from import_seen where job_id = ?1", jobId).replaceWithVoid();
    }
}
