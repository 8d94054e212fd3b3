/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Handles, links and clusters: native SQL, one statement for many sightings. */
@ApplicationScoped
class IdentityRepository {
    private final Sql sql;

    IdentityRepository(Sql sql) {
        this.sql = sql;
    }

    record CustomerRow(UUID id, String displayName, String language, Instant createdAt) {}

    record HandleRow(UUID id, String kind, String value, UUID customerId, Instant createdAt) {}

    record JoinRow(UUID joined, UUID survivor) {}

    record LinkRow(
            UUID id,
            UUID handleId,
            UUID customerId,
            String evidence,
            BigDecimal confidence,
            UUID source,
            String madeBy,
            Instant madeAt) {}

    Uni<Map<Handle, Known>> find(Collection<Handle> handles) {
        if (handles.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var wanted = handles.stream().distinct().toList();
        return sql.rows(
                        """
                        select h.kind, h.value, h.id, h.customer_id, c.survivor_id
                        from unnest(?1::text[], ?2::text[]) as wanted(kind, value)
                        join handle h on h.kind = wanted.kind and h.value = wanted.value
                        join customer c on c.id = h.customer_id
                        """,
                        wanted.stream().map(Handle::kind).toArray(String[]::new),
                        wanted.stream().map(Handle::value).toArray(String[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Handle((String) row[0], (String) row[1]),
                                row -> new Known((UUID) row[2], (UUID) row[3], (UUID) row[4]))));
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

    /** The survivors of customers, by the id asked for. */
    Uni<Map<UUID, UUID>> survivors(Collection<UUID> customers) {
        return sql.rows("select id, survivor_id from customer where id = any(?1)", (Object)
                        customers.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    Uni<Map<UUID, ProofRule.Cluster>> clusters(Set<UUID> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.rows("""
                        select s.id, s.created_at, h.kind, h.value
                        from customer s
                        join customer member on member.survivor_id = s.id
                        join handle h on h.customer_id = member.id
                        where s.id = any(?1)
                        """, (Object) customers.toArray(UUID[]::new)).map(IdentityRepository::clusters);
    }

    private static Map<UUID, ProofRule.Cluster> clusters(List<Object[]> rows) {
        var clusters = new HashMap<UUID, ProofRule.Cluster>();
        for (var row : rows) {
            clusters.computeIfAbsent((UUID) row[0], id -> new ProofRule.Cluster(id, (Instant) row[1], new HashSet<>()))
                    .handles()
                    .add(new Handle((String) row[2], (String) row[3]));
        }
        return clusters;
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
                        on conflict (kind, value) do nothing
                        returning id
                        """, sql.json(handles))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<Integer> insertCustomers(List<CustomerRow> customers) {
        return customers.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        insert into customer (id, survivor_id, display_name, language, created_at)
                        select id, id, "displayName", language, "createdAt"
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r(id uuid, "displayName" text, language text, "createdAt" timestamptz)
                        """, sql.json(customers));
    }

    /** The joined customers, and those that redirect to them, redirect to the survivor. */
    Uni<Integer> join(List<JoinRow> joins) {
        return joins.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        update customer c set survivor_id = r.survivor, version = c.version + 1
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(joined uuid, survivor uuid)
                        where c.survivor_id = r.joined
                        """, sql.json(joins));
    }

    /** @return the ids of those that are new; the rest was known already */
    Uni<Set<UUID>> insertLinks(List<LinkRow> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.rows("""
                        insert into link (id, handle_id, customer_id, evidence, confidence, source, made_by, made_at)
                        select id, "handleId", "customerId", evidence, confidence, source, "madeBy", "madeAt"
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r(id uuid, "handleId" uuid, "customerId" uuid, evidence text, confidence numeric,
                                 source uuid, "madeBy" text, "madeAt" timestamptz)
                        on conflict (handle_id, customer_id, evidence) where revoked_at is null do nothing
                        returning id
                        """, sql.json(links))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /** A name is kept once known; the language is the one used last. */
    Uni<Integer> enrich(List<CustomerRow> customers) {
        return customers.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        update customer c
                        set display_name = coalesce(c.display_name, r."displayName"),
                            language = coalesce(r.language, c.language),
                            version = c.version + 1
                        from (select distinct on (id) *
                              from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "displayName" text, language text)
                              order by id) r
                        where c.id = r.id
                          and ((c.display_name is null and r."displayName" is not null) or c.language is distinct from
                               coalesce(r.language, c.language))
                        """, sql.json(customers));
    }

    /** Whoever has bought something is a customer, no longer a prospect. */
    Uni<Integer> bought(UUID customerId) {
        return sql.update("""
                update customer set stage = 'customer', version = version + 1
                where id = (select survivor_id from customer where id = ?1) and stage = 'prospect'
                """, customerId);
    }

    /** The survivor of any customer id, also a redirected one; null when there is no such customer. */
    Uni<UUID> survivor(UUID customerId) {
        return sql.rows("select survivor_id from customer where id = ?1", customerId)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }
}
