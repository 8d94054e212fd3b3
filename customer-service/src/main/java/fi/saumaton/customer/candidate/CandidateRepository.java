/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.candidate.CandidateView.Side;
import fi.saumaton.kit.sql.Sql;

/** Candidates: written for many at once, read in pages, decided one by one. */
@ApplicationScoped
class CandidateRepository {
    private static final String VIEW = """
            select m.id, one.survivor_id, s1.display_name, other.survivor_id, s2.display_name, m.probability,
                   m.household_probability, m.bits, m.reasons::text, m.state, m.found_at, m.decided_by, m.decided_at,
                   m.decision_reason
            from match_candidate m
            join customer one on one.id = m.one_id
            join customer s1 on s1.id = one.survivor_id
            join customer other on other.id = m.other_id
            join customer s2 on s2.id = other.survivor_id
            """;

    private final Sql sql;

    CandidateRepository(Sql sql) {
        this.sql = sql;
    }

    record Found(
            UUID id,
            UUID one,
            UUID other,
            double probability,
            double household,
            double bits,
            List<CandidateView.Reason> reasons) {}

    record Pair(UUID id, UUID one, UUID other, String state) {}

    /** Of the customers looked at, what was found now takes the place of what is still open; decisions stay. */
    Uni<Void> replace(List<UUID> customers, List<Found> found, Instant now) {
        return sql.update("""
                        delete from match_candidate m
                        where m.state = 'open' and (m.one_id = any(?1) or m.other_id = any(?1))
                          and not exists (
                            select from jsonb_to_recordset(cast(?2 as jsonb)) as r(one uuid, other uuid)
                            where r.one = m.one_id and r.other = m.other_id)
                        """, customers.toArray(UUID[]::new), sql.json(found))
                .chain(() -> found.isEmpty() ? Uni.createFrom().item(0) : sql.update("""
                        insert into match_candidate as m (id, one_id, other_id, probability, household_probability, bits,
                            reasons, state, found_at)
                        select id, one, other, probability, household, bits, reasons, 'open', ?2
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, one uuid, other uuid,
                            probability float8, household float8, bits float8, reasons jsonb)
                        where not exists (
                            select from customer a
                            join match_candidate d on d.state = 'rejected' and (d.one_id = a.id or d.other_id = a.id)
                            join customer b on b.id = case when d.one_id = a.id then d.other_id else d.one_id end
                            where a.survivor_id = r.one and b.survivor_id = r.other)
                        order by one, other
                        on conflict (one_id, other_id) do update set
                            probability = excluded.probability, bits = excluded.bits, reasons = excluded.reasons,
                            household_probability = excluded.household_probability,
                            state = case when m.state = 'confirmed' then 'open' else m.state end
                        where m.state <> 'rejected'
                        """, sql.json(found), now))
                .replaceWithVoid();
    }

    /** Candidates who are one customer meanwhile are left out of those that are open. */
    Uni<List<CandidateView>> page(
            String state, UUID customerId, double below, UUID belowId, int limit, double automatic) {
        return sql.rows(VIEW + """
                        where m.state = ?1 and (m.state <> 'open' or one.survivor_id <> other.survivor_id)
                          and (cast(?2 as uuid) is null or one.survivor_id = ?2 or other.survivor_id = ?2)
                          and (m.probability < ?3 or m.probability = ?3 and m.id > ?4)
                        order by m.probability desc, m.id limit ?5
                        """, state, customerId, below, belowId, limit)
                .map(rows -> rows.stream().map(row -> view(row, automatic)).toList());
    }

    private static CandidateView view(Object[] row, double automatic) {
        return new CandidateView(
                (UUID) row[0],
                new Side((UUID) row[1], (String) row[2]),
                new Side((UUID) row[3], (String) row[4]),
                (Double) row[5],
                (Double) row[6],
                (Double) row[7],
                (Double) row[5] >= automatic,
                (String) row[8],
                (String) row[9],
                (Instant) row[10],
                (String) row[11],
                (Instant) row[12],
                (String) row[13]);
    }

    /** Locked; null when there is none. */
    Uni<Pair> require(UUID id) {
        return sql.rows("select id, one_id, other_id, state from match_candidate where id = ?1 for update", id)
                .map(rows -> rows.isEmpty()
                        ? null
                        : new Pair(
                                (UUID) rows.getFirst()[0],
                                (UUID) rows.getFirst()[1],
                                (UUID) rows.getFirst()[2],
                                (String) rows.getFirst()[3]));
    }

    Uni<Void> decide(UUID id, String state, String by, String reason, Instant now) {
        return sql.update("""
                        update match_candidate
                        set state = ?2, decided_by = ?3, decision_reason = ?4, decided_at = ?5 where id = ?1
                        """, id, state, by, reason, now).replaceWithVoid();
    }
}
