/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.erasure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Parts what is logged from the person. */
@ApplicationScoped
class ErasureRepository {
    private final Sql sql;

    ErasureRepository(Sql sql) {
        this.sql = sql;
    }

    /** What the changed rows are about, and how many they were. */
    record Parted(long rows, Set<UUID> conversations, Set<UUID> issues) {}

    /** All ids of one person get the same pseudonym, so that who came back is still counted as one. */
    Uni<Void> bury(List<UUID> customers, Instant erasedAt) {
        return sql.update("""
                        insert into erased_customer (customer_id, pseudonym, erased_at)
                        select distinct id, coalesce(
                            (select pseudonym from erased_customer where customer_id = any(?1) limit 1), ?3::uuid),
                            ?2::timestamptz
                        from unnest(?1::uuid[]) as gone(id)
                        on conflict do nothing
                        """, customers.toArray(UUID[]::new), erasedAt, UUID.randomUUID())
                .replaceWithVoid();
    }

    /** What still stands under erased customers' ids. */
    Uni<Parted> part() {
        return sql.rows("""
                        update event_log l set customer_id = e.pseudonym
                        from erased_customer e where l.customer_id = e.customer_id
                        returning l.conversation_id, l.issue_id
                        """).map(ErasureRepository::parted);
    }

    private static Parted parted(List<Object[]> rows) {
        Set<UUID> conversations = new HashSet<>();
        Set<UUID> issues = new HashSet<>();
        for (var row : rows) {
            if (row[0] != null) {
                conversations.add((UUID) row[0]);
            }
            if (row[1] != null) {
                issues.add((UUID) row[1]);
            }
        }
        return new Parted(rows.size(), conversations, issues);
    }

    Uni<Void> forget(Instant before) {
        return sql.update("delete from erased_customer where erased_at < ?1", before)
                .replaceWithVoid();
    }
}
