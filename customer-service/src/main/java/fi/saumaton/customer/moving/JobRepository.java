/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.ImportJob.State;
import fi.saumaton.customer.moving.source.What;
import fi.saumaton.kit.sql.Sql;

/** Imports, and who has the lease of each. */
@ApplicationScoped
class JobRepository {
    private static final String COLUMNS = """
            id, origin, system, source, what, file_id, columns, dry_run, follow, both_ways, since, round_at, state, requested_by, requested_by_name, created_at,
            started_at, finished_at, stage, cursor, counted, total, progress, done, worked_millis, outcomes, attempts,
            not_before, trouble
            """;

    /** The one that has waited longest; of one system no more than one at a time. */
    private static final String CLAIM = """
            update import_job set state = 'running', lease = ?1, lease_until = ?2, started_at = coalesce(started_at, ?3),
                round_at = coalesce(round_at, ?3)
            where id = (
                select j.id from import_job j
                where j.state in ('waiting', 'running') and (j.lease_until is null or j.lease_until < ?3)
                  and (j.not_before is null or j.not_before <= ?3)
                  and not exists (select from import_job o where o.origin = j.origin and o.id <> j.id
                      and o.state = 'running' and o.lease_until >= ?3)
                order by j.page_at nulls first, j.id limit 1 for update skip locked)
            returning
            """ + COLUMNS;

    private final Sql sql;
    private final ObjectMapper mapper;

    JobRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    Uni<Void> insert(ImportJob job) {
        return sql.update(
                        """
                        insert into import_job (id, origin, system, source, what, file_id, columns, dry_run, state,
                            requested_by, requested_by_name, created_at, follow, both_ways)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as jsonb), ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                        """,
                        job.id(),
                        job.origin(),
                        job.system(),
                        job.source(),
                        job.what().stream().map(What::code).toArray(String[]::new),
                        job.fileId(),
                        sql.json(job.columns()),
                        job.dryRun(),
                        job.state().code(),
                        job.requestedBy(),
                        job.requestedByName(),
                        job.createdAt(),
                        job.follow(),
                        job.bothWays())
                .replaceWithVoid();
    }

    Uni<Optional<ImportJob>> find(UUID id, boolean locked) {
        return sql.rows("select " + COLUMNS + " from import_job where id = ?1" + (locked ? " for update" : ""), id)
                .map(rows -> rows.stream().map(this::job).findFirst());
    }

    Uni<List<ImportJob>> list(UUID before, int limit) {
        return sql.rows("select " + COLUMNS + " from import_job where id < ?1 order by id desc limit ?2", before, limit)
                .map(rows -> rows.stream().map(this::job).toList());
    }

    Uni<Optional<ImportJob>> claim(UUID lease, Instant until, Instant now) {
        return sql.rows(CLAIM, lease, until, now)
                .map(rows -> rows.stream().map(this::job).findFirst());
    }

    /** Locks the import, if the lease is still ours. */
    Uni<Boolean> hold(UUID id, UUID lease) {
        return sql.rows(
                        "select id from import_job where id = ?1 and lease = ?2 and state = 'running' for update",
                        id,
                        lease)
                .map(rows -> !rows.isEmpty());
    }

    Uni<Void> counted(UUID id, Long total) {
        return sql.update("update import_job set counted = true, total = ?2 where id = ?1", id, total)
                .replaceWithVoid();
    }

    /** Moves on behind a page, and gives the lease back. */
    Uni<Void> advance(UUID id, ImportJob.Step step, Duration worked, Instant notBefore, Instant now) {
        return sql.update(
                        """
                        update import_job set stage = ?2, cursor = ?3, progress = ?4, done = ?5,
                            outcomes = cast(?6 as jsonb), worked_millis = worked_millis + ?7, page_at = ?8,
                            not_before = ?9, attempts = 0, trouble = null, lease = null, lease_until = null,
                            state = case when ?10 then 'done' else 'running' end,
                            finished_at = case when ?10 then cast(?8 as timestamptz) end
                        where id = ?1
                        """,
                        id,
                        step.stage(),
                        step.cursor(),
                        step.progress(),
                        step.done(),
                        sql.json(step.outcomes()),
                        worked.toMillis(),
                        now,
                        notBefore,
                        step.last())
                .replaceWithVoid();
    }

    /**
     * Begins another time around, for what has changed since this one began; a little more, since others' clocks and indexes
     * lag behind.
     */
    Uni<Void> around(UUID id, Duration overlap, Instant notBefore) {
        return sql.update("""
                        update import_job set state = 'waiting', stage = 0, lease = null, lease_until = null, attempts = 0, cursor = null, finished_at = null,
                            since = round_at - make_interval(secs => ?2), round_at = null, not_before = ?3
                        where id = ?1
                        """, id, (double) overlap.toSeconds(), notBefore).replaceWithVoid();
    }

    /** Gives the lease back without a page. */
    Uni<Void> wait(UUID id, UUID lease, String trouble, int attempts, Instant notBefore) {
        return sql.update("""
                        update import_job set state = 'waiting', lease = null, lease_until = null, trouble = ?3,
                            attempts = ?4, not_before = ?5
                        where id = ?1 and lease = ?2 and state = 'running'
                        """, id, lease, trouble, attempts, notBefore).replaceWithVoid();
    }

    Uni<Void> fail(UUID id, UUID lease, String trouble, Instant now) {
        return sql.update("""
                        update import_job set state = 'failed', lease = null, lease_until = null, trouble = ?3,
                            finished_at = ?4, not_before = null
                        where id = ?1 and lease = ?2 and state = 'running'
                        """, id, lease, trouble, now).replaceWithVoid();
    }

    Uni<Void> cancel(UUID id, Instant now) {
        return sql.update("""
                        update import_job set state = 'cancelled', lease = null, lease_until = null, not_before = null,
                            finished_at = ?2
                        where id = ?1
                        """, id, now).replaceWithVoid();
    }

    Uni<Void> resume(UUID id) {
        return sql.update("""
                        update import_job set state = 'waiting', attempts = 0, trouble = null, not_before = null,
                            finished_at = null
                        where id = ?1
                        """, id).replaceWithVoid();
    }

    Uni<Integer> deleteEndedBefore(Instant time) {
        return sql.update("delete from import_job where finished_at < ?1", time);
    }

    private ImportJob job(Object[] row) {
        return new ImportJob(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Arrays.stream((String[]) row[4]).map(What::of).toList(),
                (UUID) row[5],
                read((String) row[6], new TypeReference<Map<String, String>>() {}),
                (Boolean) row[7],
                (Boolean) row[8],
                (Boolean) row[9],
                (Instant) row[10],
                (Instant) row[11],
                State.valueOf(((String) row[12]).toUpperCase(Locale.ROOT)),
                (String) row[13],
                (String) row[14],
                (Instant) row[15],
                (Instant) row[16],
                (Instant) row[17],
                (Integer) row[18],
                (String) row[19],
                (Boolean) row[20],
                (Long) row[21],
                (Double) row[22],
                (Long) row[23],
                Duration.ofMillis((Long) row[24]),
                read((String) row[25], new TypeReference<Map<String, Long>>() {}),
                (Integer) row[26],
                (Instant) row[27],
                (String) row[28]);
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An import is not readable", e);
        }
    }
}
