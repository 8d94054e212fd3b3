/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Lays paths upon each other, in the database: one statement for a graph. */
@ApplicationScoped
class GraphRepository {
    private static final String TOUCHPOINTS = """
            select c.survivor_id as customer, t.kind || coalesce(':' || t.channel_kind, '') as node,
                   t.occurred_at as at, t.id as tie
            from touchpoint t join customer c on c.id = t.customer_id
            where t.occurred_at >= ?1 and t.occurred_at < ?2 and t.verified
            """;

    private static final String STAGES = """
            select c.survivor_id as customer, s.stage as node, s.entered_at as at, s.customer_id as tie
            from journey_step s join customer c on c.id = s.customer_id
            where s.entered_at >= ?1 and s.entered_at < ?2
            """;

    /** The same several times in a row counts as one; nodes come with an empty "next". */
    private static final String GRAPH = """
            with visited as (%s),
            marked as (
                select visited.*, lag(node) over (partition by customer order by at, tie) as previous from visited),
            steps as (
                select customer, node, at, lead(node) over path as next, lead(at) over path as next_at
                from marked where node is distinct from previous
                window path as (partition by customer order by at, tie))
            select node, null as next, count(distinct customer), count(*), 0::bigint
            from steps group by node
            union all
            select node, next, count(distinct customer), count(*), cast(percentile_cont(0.5) within group (
                order by extract(epoch from next_at - at)::double precision) as bigint)
            from steps where next is not null group by node, next
            """;

    private final Sql sql;

    GraphRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param next null for a node */
    record Counted(String node, String next, long customers, long times, long medianSeconds) {}

    Uni<List<Counted>> touchpoints(Instant from, Instant to) {
        return count(TOUCHPOINTS, from, to);
    }

    Uni<List<Counted>> stages(Instant from, Instant to) {
        return count(STAGES, from, to);
    }

    private Uni<List<Counted>> count(String visited, Instant from, Instant to) {
        return sql.rows(GRAPH.formatted(visited), from, to)
                .map(rows -> rows.stream()
                        .map(row -> new Counted(
                                (String) row[0], (String) row[1], (Long) row[2], (Long) row[3], (Long) row[4]))
                        .toList());
    }
}
