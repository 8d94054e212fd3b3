/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Bodies that are too big for Kafka, or may not be kept as long: in the gateway's own database, which has no more to do for them than for an attachment. */
@ApplicationScoped
class BlobService {
    private final Sql sql;
    private final Transactions transactions;

    BlobService(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Durable when it completes. {@code removeAt}: when it has to go, null for when all do. */
    Uni<UUID> put(byte[] content, Instant removeAt) {
        var id = Ids.next();
        return transactions
                .write(() -> sql.update(
                        "insert into ingress_blob (id, content, remove_at) values (?1, ?2, ?3)", id, content, removeAt))
                .replaceWith(id);
    }

    /** Those that are there. Joins the open transaction. */
    Uni<Map<UUID, byte[]>> get(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.rows("select id, content from ingress_blob where id = any(?1)", (Object) ids.toArray(UUID[]::new))
                .map(rows -> {
                    var blobs = new HashMap<UUID, byte[]>();
                    rows.forEach(row -> blobs.put((UUID) row[0], (byte[]) row[1]));
                    return blobs;
                });
    }
}
