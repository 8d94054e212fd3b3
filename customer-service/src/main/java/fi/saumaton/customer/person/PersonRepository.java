/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.person;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.matching.Field;
import fi.saumaton.customer.matching.Person;
import fi.saumaton.kit.sql.Sql;

/** Person details: what is stored, and people put together of it. */
@ApplicationScoped
class PersonRepository {
    private final Sql sql;

    PersonRepository(Sql sql) {
        this.sql = sql;
    }

    record Row(String source, String field, UUID customerId, String value, String normal, String madeBy, Instant at) {}

    /** A detail as people see it. */
    record Detail(String field, String value, String source, String madeBy, Instant occurredAt, Instant recordedAt) {}

    /** What a source says now takes the place of what it said before; marks whom it is about as changed. */
    Uni<Void> replace(String source, UUID customerId, List<Row> rows, Instant now) {
        return delete(customerId, source, now)
                .chain(() -> sql.update("""
                                with told as (
                                    insert into person_detail (source, field, customer_id, value, normal, made_by,
                                        occurred_at, recorded_at)
                                    select source, field, "customerId", value, normal, "madeBy", at, ?2
                                    from jsonb_to_recordset(cast(?1 as jsonb)) as r(source text, field text,
                                        "customerId" uuid, value text, normal text, "madeBy" text, at timestamptz)
                                    returning customer_id)
                                insert into person_changed (customer_id, since)
                                select distinct customer_id, ?2 from told on conflict do nothing
                                """, sql.json(rows), now))
                .replaceWithVoid();
    }

    /** Whichever of the customer's ids it was told of. */
    Uni<Integer> delete(UUID customerId, String source, Instant now) {
        return sql.update("""
                with forgotten as (
                    delete from person_detail d using customer asked, customer member
                    where asked.id = ?1 and member.survivor_id = asked.survivor_id
                      and d.customer_id = member.id and d.source = ?2
                    returning d.customer_id)
                insert into person_changed (customer_id, since)
                select distinct customer_id, cast(?3 as timestamptz) from forgotten on conflict do nothing
                """, customerId, source, now);
    }

    Uni<List<Detail>> details(UUID survivor) {
        return sql.rows("""
                        select d.field, d.value, d.source, d.made_by, d.occurred_at, d.recorded_at
                        from customer member join person_detail d on d.customer_id = member.id
                        where member.survivor_id = ?1
                        order by d.field, d.occurred_at desc, d.source limit 500
                        """, survivor)
                .map(rows -> rows.stream()
                        .map(row -> new Detail(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Instant) row[4],
                                (Instant) row[5]))
                        .toList());
    }

    /** Survivors of whom there are details, with the newest of each field. */
    Uni<Map<UUID, Person>> people(Collection<UUID> survivors) {
        return sql.rows("""
                        select distinct on (member.survivor_id, d.field) member.survivor_id, d.field, d.normal
                        from customer member join person_detail d on d.customer_id = member.id
                        where member.survivor_id = any(?1)
                        order by member.survivor_id, d.field, d.occurred_at desc, d.source
                        """, (Object) survivors.toArray(UUID[]::new)).map(PersonRepository::people);
    }

    /** Some people in the order of their ids, to go through all of them. */
    Uni<Map<UUID, Person>> peopleAfter(UUID id, int limit) {
        return sql.rows("""
                        select distinct on (member.survivor_id, d.field) member.survivor_id, d.field, d.normal
                        from (select distinct c.survivor_id from customer c
                              where c.survivor_id > ?1
                                and exists (select from person_detail p where p.customer_id = c.id)
                              order by c.survivor_id limit ?2) known
                        join customer member on member.survivor_id = known.survivor_id
                        join person_detail d on d.customer_id = member.id
                        order by member.survivor_id, d.field, d.occurred_at desc, d.source
                        """, id, limit).map(PersonRepository::people);
    }

    private static Map<UUID, Person> people(List<Object[]> rows) {
        Map<UUID, Map<Field, String>> values = new LinkedHashMap<>();
        for (var row : rows) {
            var field = FIELDS.get((String) row[1]);
            if (field != null) {
                values.computeIfAbsent((UUID) row[0], any -> new EnumMap<>(Field.class))
                        .put(field, (String) row[2]);
            }
        }
        Map<UUID, Person> people = new LinkedHashMap<>();
        values.forEach((id, fields) -> people.put(id, new Person(id, fields)));
        return people;
    }

    private static final Map<String, Field> FIELDS =
            new HashMap<>(List.of(Field.values()).stream().collect(Collectors.toMap(Field::code, field -> field)));
}
