/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** Rules by version, and where each customer stood when. */
@ApplicationScoped
class JourneyRepository {
    /** Those with a new contact, or a new entry by a back-office system, who waits longest first. */
    private static final String TOUCHED = """
            select c.survivor_id
            from (select customer_id, began_at as at from contact where began_at > ?1
                  union all
                  select customer_id, recorded_at from touchpoint_source
                  where recorded_at > ?1 and customer_id is not null) touched
            join customer c on c.id = touched.customer_id
            left join journey j on j.customer_id = c.survivor_id
            where j.evaluated_at is null or j.evaluated_at < touched.at
            group by c.survivor_id order by max(touched.at) limit ?2
            """;

    private static final String OVERDUE = """
            select j.customer_id
            from journey j join customer c on c.id = j.customer_id and c.survivor_id = c.id
            where j.evaluated_at < ?1 order by j.evaluated_at limit ?2
            """;

    private final Sql sql;
    private final ObjectMapper mapper;

    JourneyRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** Newest first. */
    Uni<List<RulesVersion>> rules(int most) {
        return sql.rows(
                        "select version, content::text, made_by, made_at from journey_rules order by version desc limit ?1",
                        most)
                .map(rows -> rows.stream()
                        .map(row -> new RulesVersion(
                                (Integer) row[0], content((String) row[1]), (String) row[2], (Instant) row[3]))
                        .toList());
    }

    /** @return false when somebody else made this version first */
    Uni<Boolean> add(RulesVersion rules) {
        return sql.update("""
                        insert into journey_rules (version, content, made_by, made_at)
                        values (?1, cast(?2 as jsonb), ?3, ?4) on conflict do nothing
                        """, rules.version(), sql.json(rules.content()), rules.madeBy(), rules.madeAt())
                .map(rows -> rows == 1);
    }

    /** The stages that a surviving customer entered, newest first. */
    Uni<List<Standing>> history(UUID survivor) {
        return sql.rows("""
                        select s.stage, s.entered_at
                        from customer member join journey_step s on s.customer_id = member.id
                        where member.survivor_id = ?1 order by s.entered_at desc limit 200
                        """, survivor)
                .map(rows -> rows.stream()
                        .map(row -> new Standing((String) row[0], (Instant) row[1]))
                        .toList());
    }

    Uni<Void> enter(UUID customerId, Standing standing, int rulesVersion) {
        return sql.update("""
                        insert into journey_step (customer_id, entered_at, stage, rules_version)
                        values (?1, ?2, ?3, ?4) on conflict do nothing
                        """, customerId, standing.since(), standing.stage(), rulesVersion)
                .replaceWithVoid();
    }

    /** Locks the customer's row until the transaction ends, so that two replicas don't enter a stage twice. */
    Uni<Void> stand(UUID customerId, Standing standing, Instant now) {
        return sql.update("""
                        insert into journey (customer_id, stage, since, evaluated_at) values (?1, ?2, ?3, ?4)
                        on conflict (customer_id) do update
                        set stage = excluded.stage, since = excluded.since, evaluated_at = excluded.evaluated_at
                        """, customerId, standing.stage(), standing.since(), now)
                .replaceWithVoid();
    }

    /** Somebody was looked at, and stays where they stand, if anywhere. Who was erased meanwhile is not noted. */
    Uni<Void> look(UUID customerId, Instant now) {
        return sql.update("""
                        insert into journey (customer_id, evaluated_at) select id, ?2 from customer where id = ?1
                        on conflict (customer_id) do update set evaluated_at = excluded.evaluated_at
                        """, customerId, now).replaceWithVoid();
    }

    Uni<Void> lock(UUID customerId) {
        return sql.rows("select pg_advisory_xact_lock(hashtextextended(?1, 61))", customerId.toString())
                .replaceWithVoid();
    }

    /** The touched ones first, but a quarter is kept for the overdue ones: neither may starve the other. */
    Uni<List<UUID>> due(Instant touchedSince, Instant notSince, int most) {
        return sql.rows(TOUCHED, touchedSince, most)
                .chain(touched ->
                        sql.rows(OVERDUE, notSince, most).map(overdue -> portion(ids(touched), ids(overdue), most)));
    }

    private static List<UUID> portion(List<UUID> touched, List<UUID> overdue, int most) {
        var others = overdue.stream().filter(id -> !touched.contains(id)).toList();
        int refreshed = Math.min(others.size(), Math.max(most / 4, most - touched.size()));
        return Stream.concat(
                        touched.stream().limit(most - refreshed),
                        others.stream().limit(refreshed))
                .toList();
    }

    private static List<UUID> ids(List<Object[]> rows) {
        return rows.stream().map(row -> (UUID) row[0]).toList();
    }

    private JourneyRules content(String json) {
        try {
            return mapper.readValue(json, JourneyRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored rules are unreadable", e);
        }
    }
}
