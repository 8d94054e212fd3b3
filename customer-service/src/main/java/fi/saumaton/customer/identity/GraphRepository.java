/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

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

import fi.saumaton.customer.identity.Graph.Atom;
import fi.saumaton.customer.identity.Graph.Difference;
import fi.saumaton.customer.identity.Graph.Link;
import fi.saumaton.kit.sql.Sql;

/** The graph of atoms and links, and what follows from it. */
@ApplicationScoped
class GraphRepository {
    private final Sql sql;

    GraphRepository(Sql sql) {
        this.sql = sql;
    }

    /** An atom that stands for itself, or redirects to another one, from now on. */
    record Moved(UUID id, UUID from, UUID to) {}

    record Verdict(UUID linkId, String refused) {}

    /** All atoms whose being one person can depend on each other: also over links that are not followed at present. */
    Uni<Set<UUID>> reach(Collection<UUID> atoms) {
        return sql.rows("""
                        with recursive reached(id) as (
                            select unnest(?1::uuid[])
                            union
                            select neighbour.id from reached cross join lateral (
                                select l.customer_id as id from link l
                                where l.atom_id = reached.id and l.revoked_at is null
                                  and l.refused is distinct from 'worn-handle'
                                union all
                                select l.atom_id from link l
                                where l.customer_id = reached.id and l.revoked_at is null
                                  and l.refused is distinct from 'worn-handle') neighbour)
                        select id from reached
                        """, (Object) atoms.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /** One after the other: a session takes one question at a time. */
    Uni<Graph> read(Set<UUID> ids) {
        var array = ids.toArray(UUID[]::new);
        return atoms(array)
                .chain(atoms -> links(array)
                        .chain(links -> differences(array).map(differences -> new Graph(atoms, links, differences))));
    }

    private Uni<Collection<Atom>> atoms(UUID[] ids) {
        return sql.rows("""
                        select c.id, c.created_at, c.survivor_id, h.kind, h.value
                        from customer c left join handle h on h.customer_id = c.id
                        where c.id = any(?1)
                        """, (Object) ids).map(rows -> {
            Map<UUID, Atom> atoms = new HashMap<>();
            for (var row : rows) {
                var atom = atoms.computeIfAbsent(
                        (UUID) row[0], id -> new Atom(id, (Instant) row[1], new HashSet<>(2), (UUID) row[2]));
                if (row[3] != null) {
                    atom.handles().add(new Handle((String) row[3], (String) row[4]));
                }
            }
            return atoms.values();
        });
    }

    private Uni<List<Link>> links(UUID[] ids) {
        return sql.rows("""
                        select id, atom_id, customer_id, confidence::float8, forced, occurred_at, refused
                        from link
                        where atom_id = any(?1) and customer_id = any(?1) and atom_id <> customer_id
                          and revoked_at is null and refused is distinct from 'worn-handle'
                        """, (Object) ids)
                .map(rows -> rows.stream().map(GraphRepository::link).toList());
    }

    private static Link link(Object[] row) {
        return new Link(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (Double) row[3],
                (Boolean) row[4],
                (Instant) row[5],
                Refusal.of((String) row[6]));
    }

    private Uni<List<Difference>> differences(UUID[] ids) {
        return sql.rows("""
                        select atom_id, other_id from difference
                        where atom_id = any(?1) and other_id = any(?1) and revoked_at is null
                        """, (Object) ids)
                .map(rows -> rows.stream()
                        .map(row -> new Difference((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    Uni<Void> judge(List<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                update link l set refused = r.refused
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r("linkId" uuid, refused text)
                                where l.id = r."linkId"
                                """, sql.json(verdicts)).replaceWithVoid();
    }

    /**
     * Two changes of one atom at the same moment are one. Who is like whom is looked at anew for those who moved, and for
     * those whom they left and came to.
     */
    Uni<Void> move(List<Moved> moved, Instant now) {
        return sql.update("""
                        with given as (
                            select r.id, r."to", c.survivor_id as "from"
                            from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "to" uuid)
                            join customer c on c.id = r.id),
                        moved as (
                            update customer c set survivor_id = r."to", version = c.version + 1
                            from given r where c.id = r.id
                            returning c.id, c.survivor_id),
                        changed as (
                            insert into person_changed (customer_id, since)
                            select distinct who.id, ?2::timestamptz
                            from given r cross join lateral (values (r.id), (r."from"), (r."to")) as who(id)
                            where exists (
                                select from customer k join person_detail d on d.customer_id = k.id
                                where k.survivor_id in (r."from", r."to"))
                            order by who.id
                            on conflict do nothing)
                        insert into customer_history (customer_id, since, survivor_id)
                        select id, ?2, survivor_id from moved
                        on conflict (customer_id, since) do update set survivor_id = excluded.survivor_id
                        """, sql.json(moved), now).replaceWithVoid();
    }

    /** What is shown of a cluster: the first name, the last language, and whether any of it has bought something. */
    Uni<Void> show(Collection<UUID> survivors) {
        return survivors.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                update customer s set
                                    display_name = shown.name, language = shown.language, stage = shown.stage,
                                    version = s.version + 1
                                from (select survivor_id as id,
                                        (array_agg(own_name order by own_name_at, own_name)
                                            filter (where own_name is not null))[1] as name,
                                        (array_agg(own_language order by own_language_at desc, own_language)
                                            filter (where own_language is not null))[1] as language,
                                        case when bool_or(own_stage = 'customer') then 'customer' else 'prospect' end
                                            as stage
                                      from customer where survivor_id = any(?1) group by survivor_id) shown
                                where s.id = shown.id and (s.display_name, s.language, s.stage)
                                    is distinct from (shown.name, shown.language, shown.stage)
                                """, (Object) survivors.toArray(UUID[]::new)).replaceWithVoid();
    }

    /** A handle whose links are refused as shared so often tells nobody apart; its links are not looked at any more. */
    Uni<Void> wear(Collection<UUID> atoms, int limit) {
        return sql.update("""
                        with worn as (
                            select shared.id from (
                                select l.atom_id as id, l.customer_id as other from link l
                                where l.atom_id = any(?1) and l.refused = 'shared-handle' and l.revoked_at is null
                                union
                                select l.customer_id, l.atom_id from link l
                                where l.customer_id = any(?1) and l.refused = 'shared-handle' and l.revoked_at is null
                            ) shared group by shared.id having count(*) >= ?2),
                        marked as (
                            update handle h set worn = true from worn where h.customer_id = worn.id returning h.id)
                        update link l set refused = 'worn-handle' from worn
                        where (l.atom_id = worn.id or l.customer_id = worn.id) and l.atom_id <> l.customer_id
                          and l.revoked_at is null and l.refused = 'shared-handle'
                        """, atoms.toArray(UUID[]::new), limit).replaceWithVoid();
    }
}
