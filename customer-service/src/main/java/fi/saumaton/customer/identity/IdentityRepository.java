/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Handles with their atoms, and links: native SQL, one statement for many sightings. */
@ApplicationScoped
class IdentityRepository {
    private final Sql sql;

    IdentityRepository(Sql sql) {
        this.sql = sql;
    }

    record AtomRow(UUID id, Instant createdAt) {}

    record HandleRow(UUID id, String kind, String value, UUID customerId, Instant createdAt) {}

    /** What a sighting says of an atom. */
    record Told(UUID id, String name, Instant nameAt, String language, Instant languageAt) {}

    record LinkRow(
            UUID id,
            UUID handleId,
            UUID atomId,
            UUID customerId,
            String evidence,
            BigDecimal confidence,
            UUID source,
            String madeBy,
            Instant madeAt,
            Instant occurredAt,
            String refused) {}

    /** Who has handles now. */
    Uni<Map<Handle, Known>> find(Collection<Handle> handles) {
        return findEver(handles)
                .map(found -> found.stream()
                        .filter(had -> had.known().current())
                        .collect(Collectors.toMap(Had::handle, Had::known)));
    }

    /** A handle, and one of those who have it or had it. */
    record Had(Handle handle, Known known) {}

    /** Who has handles, and who had them before they changed hands. */
    Uni<List<Had>> findEver(Collection<Handle> handles) {
        if (handles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var wanted = handles.stream().distinct().toList();
        return sql.rows(
                        """
                        select wanted.kind, wanted.value, h.id, h.customer_id, c.survivor_id, h.worn, h.ended_at
                        from unnest(?1::text[], ?2::text[]) as wanted(kind, value)
                        cross join lateral (
                            select id, customer_id, worn, ended_at from handle
                            where kind = wanted.kind and value = wanted.value and ended_at is null
                            union all
                            select id, customer_id, worn, ended_at from handle
                            where kind = wanted.kind and value = wanted.value and ended_at is not null) h
                        join customer c on c.id = h.customer_id
                        """,
                        wanted.stream().map(Handle::kind).toArray(String[]::new),
                        wanted.stream().map(Handle::value).toArray(String[]::new))
                .map(rows -> rows.stream().map(IdentityRepository::had).toList());
    }

    private static Had had(Object[] row) {
        return new Had(
                new Handle((String) row[0], (String) row[1]),
                new Known((UUID) row[2], (UUID) row[3], (UUID) row[4], (Boolean) row[5], (Instant) row[6]));
    }

    /** @return the ids of those that were new; whoever inserts a handle first has it */
    Uni<Set<UUID>> insertHandles(List<HandleRow> handles) {
        if (handles.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.rows("""
                        insert into handle (id, kind, value, customer_id, created_at)
                        select id, kind, value, "customerId", "createdAt"
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r(id uuid, kind text, value text, "customerId" uuid, "createdAt" timestamptz)
                        order by kind collate "C", value collate "C"
                        on conflict (kind, value) where ended_at is null do nothing
                        returning id
                        """, sql.json(handles))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<Integer> insertAtoms(List<AtomRow> atoms) {
        return atoms.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        insert into customer (id, survivor_id, created_at)
                        select id, id, "createdAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "createdAt" timestamptz)
                        """, sql.json(atoms));
    }

    /** A link as it is stored now; with another id when it was known before. */
    record Stored(UUID id, UUID atomId, UUID customerId) {}

    /**
     * Evidence that is known already only gets the earlier of the two times; what a person has taken back stays so.
     *
     * @return the links that are new, or older than was known
     */
    Uni<List<Stored>> insertLinks(List<LinkRow> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.rows("""
                        insert into link as l (id, handle_id, atom_id, customer_id, evidence, confidence, source, made_by,
                            made_at, occurred_at, refused)
                        select id, "handleId", "atomId", "customerId", evidence, confidence, source, "madeBy", "madeAt",
                            "occurredAt", refused
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r(id uuid, "handleId" uuid, "atomId" uuid, "customerId" uuid, evidence text,
                                 confidence numeric, source uuid, "madeBy" text, "madeAt" timestamptz,
                                 "occurredAt" timestamptz, refused text)
                        where not exists (
                            select from link k
                            where k.atom_id = r."atomId" and k.customer_id = r."customerId" and k.evidence = r.evidence
                              and k.evidence <> 'confirmed'
                              and (k.occurred_at <= r."occurredAt" or k.revoked_at is not null))
                        order by "atomId", "customerId", evidence
                        on conflict (atom_id, customer_id, evidence) where evidence <> 'confirmed' do update
                            set occurred_at = excluded.occurred_at
                            where l.occurred_at > excluded.occurred_at and l.revoked_at is null
                        returning id, atom_id, customer_id
                        """, sql.json(links))
                .map(rows -> rows.stream()
                        .map(row -> new Stored((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                        .toList());
    }

    /** @return the survivors of which something else may have to be shown now */
    Uni<Set<UUID>> tell(Collection<Told> told) {
        return told.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows("""
                                update customer c set
                                    own_name = case when n.first then r.name else c.own_name end,
                                    own_name_at = case when n.first then r."nameAt" else c.own_name_at end,
                                    own_language = case when n.last then r.language else c.own_language end,
                                    own_language_at = case when n.last then r."languageAt" else c.own_language_at end
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, name text,
                                    "nameAt" timestamptz, language text, "languageAt" timestamptz)
                                join customer before on before.id = r.id
                                cross join lateral (select
                                    r.name is not null
                                        and (before.own_name_at is null or r."nameAt" < before.own_name_at) as first,
                                    r.language is not null
                                        and (before.own_language_at is null or r."languageAt" > before.own_language_at)
                                        as last) n
                                where c.id = r.id and (n.first or n.last)
                                returning c.survivor_id, (c.own_name, c.own_language)
                                    is distinct from (before.own_name, before.own_language)
                                """, sql.json(told))
                        .map(rows -> rows.stream()
                                .filter(row -> (Boolean) row[1])
                                .map(row -> (UUID) row[0])
                                .collect(Collectors.toSet()));
    }

    /** @return the survivors of those who had not bought anything before */
    Uni<Set<UUID>> bought(Collection<UUID> atoms) {
        return sql.rows("""
                        update customer set own_stage = 'customer'
                        where id = any(?1) and own_stage = 'prospect' returning survivor_id
                        """, (Object) atoms.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /**
     * Locks the customers, so that one at a time decides about each: which issue a contact goes on with, who is joined.
     *
     * @return those that meanwhile redirect to another one
     */
    Uni<Set<UUID>> lock(Set<UUID> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.rows(
                        "select id, survivor_id from customer where id = any(?1) order by id for no key update",
                        (Object) customers.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .filter(row -> !row[0].equals(row[1]))
                        .map(row -> (UUID) row[0])
                        .collect(Collectors.toSet()));
    }

    /**
     * Locks the survivors of atoms.
     *
     * @return the survivors, by the ids asked for
     */
    Uni<Map<UUID, UUID>> lockSurvivors(Collection<UUID> atoms) {
        return survivors(atoms).chain(this::lockSurvivors);
    }

    /** The same when it is known whom they redirect to, as far as nobody changes that first. */
    Uni<Map<UUID, UUID>> lockSurvivors(Map<UUID, UUID> survivors) {
        return lock(Set.copyOf(survivors.values()))
                .chain(moved -> moved.isEmpty() ? Uni.createFrom().item(survivors) : lockSurvivors(survivors.keySet()));
    }

    /** The survivors of customers, by the id asked for. */
    Uni<Map<UUID, UUID>> survivors(Collection<UUID> customers) {
        return sql.rows("select id, survivor_id from customer where id = any(?1)", (Object)
                        customers.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    /** The survivor of any customer id, also a redirected one; null when there is no such customer. */
    Uni<UUID> survivor(UUID customerId) {
        return sql.rows("select survivor_id from customer where id = ?1", customerId)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }
}
