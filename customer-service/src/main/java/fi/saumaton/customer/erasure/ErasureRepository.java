/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** Erasures, what came of them, and the tombstones they leave. */
@ApplicationScoped
class ErasureRepository {
    private final Sql sql;
    private final ObjectMapper mapper;

    ErasureRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** An erasure as it was asked for. */
    record Erasure(
            UUID id,
            UUID customerId,
            String reason,
            String requestedBy,
            String requestedByName,
            Instant requestedAt,
            Instant sweptAt) {}

    /**
     * What one service removed at one time.
     *
     * @param settled whether the service had nothing left to do then
     */
    record Part(String service, Map<String, Long> removed, boolean settled, Instant at) {}

    /** The customer as shown now, with all of its ids locked, in the order in which everybody locks; null when there is none. */
    Uni<UUID> lock(UUID customerId) {
        return sql.rows("""
                        select id, survivor_id from customer
                        where survivor_id = (select survivor_id from customer where id = ?1) order by id for update
                        """, customerId).map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[1]);
    }

    /** The customer as shown now; null when there is none. */
    Uni<UUID> survivor(UUID customerId) {
        return sql.rows("select survivor_id from customer where id = ?1", customerId)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    Uni<Void> add(Erasure erasure) {
        return sql.update(
                        """
                        insert into erasure (id, customer_id, reason, requested_by, requested_by_name, requested_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        """,
                        erasure.id(),
                        erasure.customerId(),
                        erasure.reason(),
                        erasure.requestedBy(),
                        erasure.requestedByName(),
                        erasure.requestedAt())
                .replaceWithVoid();
    }

    /** Before the deletion: handles are read from their table. One that is somebody else's by now tells nothing. */
    Uni<Void> bury(Erasure erasure, Subjects subjects) {
        return buryIds(erasure.id(), "customer", subjects.customers())
                .chain(() -> buryIds(erasure.id(), "conversation", subjects.conversations()))
                .chain(() -> sql.update("""
                        insert into erased_handle (hash, erasure_id, erased_at)
                        select distinct handle_hash(h.kind, h.value), ?2::uuid, ?3::timestamptz
                        from handle h where h.id = any(?1) and not exists (
                            select from handle o where o.kind = h.kind and o.value = h.value and o.id <> all(?1))
                        """, subjects.handleArray(), erasure.id(), erasure.requestedAt()))
                .replaceWithVoid();
    }

    Uni<Void> buryIds(UUID erasureId, String kind, List<UUID> ids) {
        return sql.update("""
                        insert into erased_subject (id, kind, erasure_id)
                        select distinct id, ?2::text, ?3::uuid from unnest(?1::uuid[]) as gone(id)
                        on conflict do nothing
                        """, ids.toArray(UUID[]::new), kind, erasureId).replaceWithVoid();
    }

    Uni<Optional<Erasure>> find(UUID id) {
        return one("where id = ?1", id);
    }

    /** The erasure of the person who was known by an id. */
    Uni<Optional<Erasure>> of(UUID customerId) {
        return one("where id = (select erasure_id from erased_subject where id = ?1)", customerId);
    }

    private Uni<Optional<Erasure>> one(String where, UUID id) {
        return sql.rows("""
                        select id, customer_id, reason, requested_by, requested_by_name, requested_at, swept_at
                        from erasure
                        """ + where, id)
                .map(rows -> rows.stream().map(ErasureRepository::erasure).findFirst());
    }

    private static Erasure erasure(Object[] row) {
        return new Erasure(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6]);
    }

    Uni<Void> addPart(UUID erasureId, Part part) {
        return sql.update("""
                        insert into erasure_part (erasure_id, service, removed, settled, at)
                        select ?1::uuid, ?2::text, cast(?3 as jsonb), ?4::boolean, ?5::timestamptz
                        where exists (select from erasure where id = ?1)
                        on conflict do nothing
                        """, erasureId, part.service(), sql.json(part.removed()), part.settled(), part.at())
                .replaceWithVoid();
    }

    Uni<List<Part>> parts(UUID erasureId) {
        return sql.rows("""
                        select service, removed::text, settled, at from erasure_part where erasure_id = ?1 order by at, service
                        """, erasureId)
                .map(rows -> rows.stream()
                        .map(row ->
                                new Part((String) row[0], counts((String) row[1]), (Boolean) row[2], (Instant) row[3]))
                        .toList());
    }

    /** The ids of a person, as far as something could still have been written under them. */
    Uni<Subjects> buried(UUID erasureId) {
        return sql.rows("select id, kind from erased_subject where erasure_id = ?1", erasureId)
                .map(rows -> new Subjects(ids(rows, "customer"), List.of(), List.of(), ids(rows, "conversation")));
    }

    private static List<UUID> ids(List<Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (UUID) row[0])
                .toList();
    }

    /** The next erasure whose second pass is due; others' are passed over. */
    Uni<Optional<Erasure>> unswept(Instant before) {
        return sql.rows("""
                        select id, customer_id, reason, requested_by, requested_by_name, requested_at, swept_at
                        from erasure where swept_at is null and requested_at < ?1
                        order by requested_at limit 1 for update skip locked
                        """, before)
                .map(rows -> rows.stream().map(ErasureRepository::erasure).findFirst());
    }

    Uni<Void> swept(UUID erasureId, Instant at) {
        return sql.update("update erasure set swept_at = ?2 where id = ?1", erasureId, at)
                .replaceWithVoid();
    }

    private Map<String, Long> counts(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
