/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Which entries of which systems are there already. */
@ApplicationScoped
class TouchpointSourceRepository {
    private final Sql sql;

    TouchpointSourceRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param customerId the surviving customer */
    record Stored(UUID touchpointId, UUID customerId, String contentHash) {}

    /** False when the entry is there; waits for somebody who is writing the same one. */
    Uni<Boolean> reserve(TouchpointRequest request, String hash, UUID touchpointId, String caller, Instant now) {
        return sql.update("""
                        insert into touchpoint_source
                            (system, external_id, content_hash, touchpoint_id, recorded_by, recorded_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict do nothing
                        """, request.system(), request.externalId(), hash, touchpointId, caller, now)
                .map(rows -> rows == 1);
    }

    Uni<Void> belongsTo(TouchpointRequest request, UUID customerId) {
        return sql.update(
                        "update touchpoint_source set customer_id = ?3 where system = ?1 and external_id = ?2",
                        request.system(),
                        request.externalId(),
                        customerId)
                .replaceWithVoid();
    }

    Uni<Stored> find(String system, String externalId) {
        return sql.rows("""
                        select s.touchpoint_id, c.survivor_id, s.content_hash
                        from touchpoint_source s join customer c on c.id = s.customer_id
                        where s.system = ?1 and s.external_id = ?2
                        """, system, externalId)
                .map(rows -> rows.getFirst())
                .map(row -> new Stored((UUID) row[0], (UUID) row[1], (String) row[2]));
    }
}
