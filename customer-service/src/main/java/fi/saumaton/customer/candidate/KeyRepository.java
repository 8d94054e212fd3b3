/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.matching.Field;
import fi.saumaton.customer.matching.Frequencies;
import fi.saumaton.kit.sql.Sql;

/** Whom to compare, and how common values are. */
@ApplicationScoped
class KeyRepository {
    /** A key that more people share tells nothing; whoever is really similar shares others. */
    private static final int MOST = 40;

    private final Sql sql;

    KeyRepository(Sql sql) {
        this.sql = sql;
    }

    record Key(long key, UUID customerId) {}

    /** Takes some of those who have changed, so that no other replica takes them too. */
    Uni<List<UUID>> take(int most) {
        return sql.rows("""
                        delete from person_changed where customer_id in (
                            select customer_id from person_changed order by since limit ?1 for update skip locked)
                        returning customer_id
                        """, most)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    Uni<Integer> markAll(Instant now) {
        return sql.update("""
                insert into person_changed (customer_id, since)
                select distinct customer_id, cast(?1 as timestamptz) from person_detail on conflict do nothing
                """, now);
    }

    /** The keys of customers are these from now on. */
    Uni<Void> replace(Collection<UUID> customers, List<Key> keys) {
        return sql.update("delete from match_key where customer_id = any(?1)", (Object) customers.toArray(UUID[]::new))
                .chain(() -> keys.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        insert into match_key (key, customer_id)
                        select key, "customerId"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(key bigint, "customerId" uuid)
                        order by key, "customerId" on conflict do nothing
                        """, sql.json(keys)))
                .replaceWithVoid();
    }

    /** Pairs of a customer looked at and another one with a key in common, both surviving. */
    Uni<Set<List<UUID>>> neighbours(Collection<UUID> customers) {
        return sql.rows("""
                        select distinct mine.customer_id, near.survivor_id
                        from match_key mine
                        cross join lateral (
                            select array_agg(customer_id) as ids
                            from (select customer_id from match_key where key = mine.key limit ?2) block) blocks
                        cross join lateral unnest(blocks.ids) as other(id)
                        join customer near on near.id = other.id
                        where mine.customer_id = any(?1) and cardinality(blocks.ids) < ?2
                          and near.survivor_id <> mine.customer_id
                        """, customers.toArray(UUID[]::new), MOST)
                .map(rows -> rows.stream()
                        .map(row ->
                                Stream.of((UUID) row[0], (UUID) row[1]).sorted().toList())
                        .collect(Collectors.toSet()));
    }

    /** How many people share the values, of those that were counted in the last run. */
    Uni<Frequencies> frequencies(Map<Field, Set<String>> values) {
        var fields = values.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> entry.getKey().code()))
                .toArray(String[]::new);
        var normals = values.values().stream().flatMap(Set::stream).toArray(String[]::new);
        return population()
                .chain(people -> sql.rows("""
                        select f.field, f.normal, f.people
                        from unnest(?1::text[], ?2::text[]) as wanted(field, normal)
                        join match_frequency f on f.field = wanted.field and f.normal = wanted.normal
                        """, fields, normals).map(rows -> {
                    Map<Field, Map<String, Integer>> counts = new EnumMap<>(Field.class);
                    for (var row : rows) {
                        counts.computeIfAbsent(field((String) row[0]), any -> new HashMap<>())
                                .put((String) row[1], (Integer) row[2]);
                    }
                    return new Frequencies(people, counts);
                }));
    }

    private static Field field(String code) {
        return Stream.of(Field.values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Uni<Long> population() {
        return sql.rows("select people from match_population")
                .map(rows -> rows.isEmpty() ? 0L : (Long) rows.getFirst()[0]);
    }

    /** The same, unless somebody, on any replica, has counted since. */
    Uni<Void> countUnlessSince(Instant since, Instant now) {
        return alone().chain(() -> sql.rows("select 1 from match_population where counted_at >= ?1", since))
                .chain(counted ->
                        counted.isEmpty() ? count(now) : Uni.createFrom().voidItem());
    }

    private Uni<Void> alone() {
        return sql.rows("select count(pg_advisory_xact_lock(hashtextextended('match_frequency', 1)))")
                .replaceWithVoid();
    }

    /** Counts how many people there are, and how many share each value; whoever counts at the same moment waits. */
    Uni<Void> count(Instant now) {
        return alone().chain(() -> sql.update("delete from match_frequency"))
                .chain(() -> sql.update("""
                        insert into match_frequency (field, normal, people)
                        select d.field, d.normal, count(distinct c.survivor_id)
                        from person_detail d join customer c on c.id = d.customer_id
                        group by d.field, d.normal having count(distinct c.survivor_id) > 1
                        """))
                .chain(() -> sql.update("""
                        insert into match_population (people, counted_at)
                        select count(distinct c.survivor_id), ?1
                        from person_detail d join customer c on c.id = d.customer_id
                        on conflict (only_row) do update
                            set people = excluded.people, counted_at = excluded.counted_at
                        """, now))
                .replaceWithVoid();
    }
}
