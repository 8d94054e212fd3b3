/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.Finding.Outcome;
import fi.saumaton.customer.moving.Finding.Tie;
import fi.saumaton.kit.sql.Sql;

/** What imports have to tell of single records. */
@ApplicationScoped
class FindingRepository {
    /** Of one import: nobody reads more, and they are counted anyhow. */
    static final int MOST = 10_000;

    private final Sql sql;
    private final ObjectMapper mapper;

    FindingRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    record Numbered(long number, Finding finding) {}

    private record Row(
            String kind, String externalId, String outcome, UUID customerId, String reason, List<Tie> ties) {}

    Uni<Void> add(UUID jobId, List<Finding> findings) {
        var rows = findings.stream()
                .map(one -> new Row(
                        one.kind(), one.externalId(), one.outcome().code(), one.customerId(), one.reason(), one.ties()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                with last as (
                                    select coalesce(max(number), 0) as number from import_finding where job_id = ?1)
                                insert into import_finding (job_id, number, kind, external_id, outcome, customer_id,
                                    reason, ties)
                                select ?1, last.number + row_number() over (), r.kind, r."externalId", r.outcome,
                                    r."customerId", r.reason, coalesce(r.ties, '[]')
                                from jsonb_to_recordset(cast(?2 as jsonb)) as r(kind text, "externalId" text,
                                    outcome text, "customerId" uuid, reason text, ties jsonb), last
                                where last.number < ?3
                                """, jobId, sql.json(rows), (long) MOST).replaceWithVoid();
    }

    /** @param outcome null for all */
    Uni<List<Numbered>> page(UUID jobId, String outcome, long after, int limit) {
        return sql.rows("""
                        select number, kind, external_id, outcome, customer_id, reason, ties from import_finding
                        where job_id = ?1 and number > ?2 and (cast(?3 as text) is null or outcome = ?3)
                        order by number limit ?4
                        """, jobId, after, outcome, limit)
                .map(rows -> rows.stream()
                        .map(row -> new Numbered(
                                (Long) row[0],
                                new Finding(
                                        (String) row[1],
                                        (String) row[2],
                                        Outcome.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                                        (UUID) row[4],
                                        (String) row[5],
                                        ties((String) row[6]))))
                        .toList());
    }

    private List<Tie> ties(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A finding is not readable", e);
        }
    }
}
