/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** What has moved in already. */
@ApplicationScoped
class MovedRepository {
    private final Sql sql;

    MovedRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A record that has moved in.
     *
     * @param changedAt null when its system did not say
     * @param customerId whom it is recorded under
     * @param opened whether its issue began with it
     */
    record Moved(
            String origin,
            String kind,
            String externalId,
            String hash,
            Instant changedAt,
            UUID customerId,
            UUID conversationId,
            UUID issueId,
            boolean opened,
            boolean ended,
            Instant movedAt) {

        /** Whether what comes now is nothing new. */
        boolean covers(String newHash, Instant newChange) {
            return hash.equals(newHash) || changedAt != null && newChange != null && newChange.isBefore(changedAt);
        }
    }

    /** A link of a record's that is not followed. */
    record Refused(String handleKind, String reason) {}

    /** One at a time writes records of a system, so that none of them is taken for new twice. */
    Uni<Void> lock(Origin origin) {
        return sql.rows("select pg_advisory_xact_lock(hashtextextended(?1, 70))::text", origin.key())
                .replaceWithVoid();
    }

    Uni<Map<String, Moved>> find(Origin origin, String kind, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return sql.rows("""
                        select origin, kind, external_id, hash, changed_at, customer_id, conversation_id, issue_id, opened,
                            ended, moved_at
                        from moved_record where origin = ?1 and kind = ?2 and external_id = any(?3)
                        """, origin.key(), kind, externalIds.toArray(String[]::new))
                .map(MovedRepository::byId);
    }

    private static Map<String, Moved> byId(List<Object[]> rows) {
        Map<String, Moved> found = new HashMap<>();
        for (var row : rows) {
            found.put(
                    (String) row[2],
                    new Moved(
                            (String) row[0],
                            (String) row[1],
                            (String) row[2],
                            (String) row[3],
                            (Instant) row[4],
                            (UUID) row[5],
                            (UUID) row[6],
                            (UUID) row[7],
                            (Boolean) row[8],
                            (Boolean) row[9],
                            (Instant) row[10]));
        }
        return found;
    }

    Uni<Void> save(Collection<Moved> records) {
        return records.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                insert into moved_record (origin, kind, external_id, hash, changed_at, customer_id,
                                    conversation_id, issue_id, opened, ended, moved_at)
                                select origin, kind, "externalId", hash, "changedAt", "customerId", "conversationId",
                                    "issueId", opened, ended, "movedAt"
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r(origin text, kind text,
                                    "externalId" text, hash text, "changedAt" timestamptz, "customerId" uuid,
                                    "conversationId" uuid, "issueId" uuid, opened boolean, ended boolean,
                                    "movedAt" timestamptz)
                                on conflict (origin, kind, external_id) do update set hash = excluded.hash,
                                    changed_at = excluded.changed_at, customer_id = excluded.customer_id,
                                    ended = excluded.ended, moved_at = excluded.moved_at
                                """, sql.json(records)).replaceWithVoid();
    }

    /** What of the sightings' evidence is not followed, by sighting. */
    Uni<Map<UUID, List<Refused>>> refused(Collection<UUID> sources) {
        return sql.rows("""
                        select l.source, h.kind, l.refused from link l join handle h on h.id = l.handle_id
                        where l.source = any(?1) and l.refused is not null and l.revoked_at is null
                        """, (Object) sources.toArray(UUID[]::new)).map(rows -> {
            Map<UUID, List<Refused>> refused = new HashMap<>();
            for (var row : rows) {
                refused.computeIfAbsent((UUID) row[0], any -> new ArrayList<>())
                        .add(new Refused((String) row[1], (String) row[2]));
            }
            return refused;
        });
    }
}
