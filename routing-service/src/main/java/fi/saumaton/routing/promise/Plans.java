/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/** The queues' plans, and the calendar that each of them works by. */
@ApplicationScoped
class Plans {
    private static final String COLUMNS =
            "queue, supervisor_id, supervisor_name, people, minutes_each, window_minutes, days_ahead, cast(hours as text), version";
    private static final String ALL = "select " + COLUMNS + " from promise_plan order by queue limit 500";

    /** The queue's own first. */
    private static final String FOR = "select " + COLUMNS
            + " from promise_plan where queue = ?1 or queue = 'default' order by queue <> ?1 limit 1";

    private static final String LOCK = "select " + COLUMNS + " from promise_plan where queue = ?1 for update";
    private static final String SAVE = """
            insert into promise_plan (queue, supervisor_id, supervisor_name, people, minutes_each, window_minutes,
                days_ahead, hours, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as jsonb), ?9)
            on conflict (queue) do update set supervisor_id = excluded.supervisor_id,
                supervisor_name = excluded.supervisor_name, people = excluded.people,
                minutes_each = excluded.minutes_each, window_minutes = excluded.window_minutes,
                days_ahead = excluded.days_ahead, hours = excluded.hours, version = excluded.version
            """;
    private static final String KNOWN_QUEUE = "select 1 from queue where name = ?1";

    private final Sql sql;
    private final ObjectMapper mapper;
    private final PromiseConfig config;
    private final WorkingCalendar company;

    Plans(Sql sql, ObjectMapper mapper, PromiseConfig config) {
        this.sql = sql;
        this.mapper = mapper;
        this.config = config;
        this.company = calendar(config, companyHours(config));
    }

    /** When the company works. */
    WorkingCalendar company() {
        return company;
    }

    /** When the plan's people work; the company's hours without a plan of their own. */
    WorkingCalendar calendar(Plan plan) {
        if (plan == null || plan.hours().isEmpty()) {
            return company;
        }
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        plan.hours().forEach((day, hours) -> week.put(day, Hours.parse(hours)));
        return calendar(config, week);
    }

    private static WorkingCalendar calendar(PromiseConfig config, Map<DayOfWeek, Hours> week) {
        return new WorkingCalendar(
                config.timeZone(), week, Set.copyOf(config.closedDays().orElse(List.of())));
    }

    private static Map<DayOfWeek, Hours> companyHours(PromiseConfig config) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        config.hours()
                .forEach((day, hours) ->
                        week.put(DayOfWeek.valueOf(day.toUpperCase(java.util.Locale.ROOT)), Hours.parse(hours)));
        return week;
    }

    Uni<List<Plan>> all() {
        return sql.rows(ALL).map(rows -> rows.stream().map(this::plan).toList());
    }

    /** The queue's plan, else the default one; null when there is neither. */
    Uni<Plan> forQueue(String queue) {
        return sql.rows(FOR, queue == null ? Plan.DEFAULT : queue).map(this::first);
    }

    /** The plan of this very name, locked; null when there is none. */
    Uni<Plan> lock(String queue) {
        return sql.rows(LOCK, queue).map(this::first);
    }

    Uni<Boolean> knowsQueue(String queue) {
        return sql.rows(KNOWN_QUEUE, queue).map(rows -> !rows.isEmpty());
    }

    Uni<Void> save(Plan plan) {
        return sql.update(
                        SAVE,
                        plan.queue(),
                        plan.supervisorId(),
                        plan.supervisorName(),
                        plan.people(),
                        plan.minutesEach(),
                        plan.windowMinutes(),
                        plan.daysAhead(),
                        sql.json(plan.hours()),
                        plan.version())
                .replaceWithVoid();
    }

    private Plan first(List<Object[]> rows) {
        return rows.isEmpty() ? null : plan(rows.getFirst());
    }

    private Plan plan(Object[] row) {
        return new Plan(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (Integer) row[3],
                (Integer) row[4],
                (Integer) row[5],
                (Integer) row[6],
                hours((String) row[7]),
                (Long) row[8]);
    }

    private Map<DayOfWeek, String> hours(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
