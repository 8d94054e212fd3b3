/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Reason;
import fi.saumaton.kit.sql.Sql;

/** What was shown, and what came of it. */
@ApplicationScoped
class SuggestionRepository {
    private static final String COLUMNS = """
            s.id, s.rule_id, s.rule_version, s.round, s.shown_at, s.outcome, s.outcome_at
            """;

    private final Sql sql;

    SuggestionRepository(Sql sql) {
        this.sql = sql;
    }

    /** A showing to write; {@code reasons} holds ids of entries alone. */
    record NewShown(UUID id, String ruleId, int ruleVersion, int round, List<List<String>> reasons) {
        static NewShown of(UUID id, ShowingRule.Choice choice) {
            var rule = choice.proposal().rule();
            var entries = choice.proposal().reasons().stream()
                    .map(reason ->
                            reason.entries().stream().map(Reason.Evidence::id).toList())
                    .toList();
            return new NewShown(id, rule.ruleId(), rule.version(), choice.round(), entries);
        }
    }

    /** All of a surviving customer, those of joined ones too. */
    Uni<List<Shown>> of(UUID survivor) {
        return sql.rows("""
                        select %s from customer member join suggestion s on s.customer_id = member.id
                        where member.survivor_id = ?1 order by s.shown_at desc limit 500
                        """.formatted(COLUMNS), survivor).map(SuggestionRepository::shown);
    }

    /** What somebody else was shown a moment ago stays as it is. */
    Uni<Void> add(UUID customerId, NewShown shown, String to, Instant at) {
        return sql.update(
                        """
                        insert into suggestion (id, customer_id, rule_id, rule_version, round, reasons, shown_at, shown_to)
                        values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), ?7, ?8) on conflict do nothing
                        """,
                        shown.id(),
                        customerId,
                        shown.ruleId(),
                        shown.ruleVersion(),
                        shown.round(),
                        sql.json(shown.reasons()),
                        at,
                        to)
                .replaceWithVoid();
    }

    /** Locked, until the transaction ends; an empty list when this customer has none of the id. */
    Uni<List<Shown>> find(UUID customerId, UUID id) {
        return sql.rows("""
                        select %s from customer asked
                        join customer member on member.survivor_id = asked.survivor_id
                        join suggestion s on s.customer_id = member.id and s.id = ?2
                        where asked.id = ?1 for update of s
                        """.formatted(COLUMNS), customerId, id).map(SuggestionRepository::shown);
    }

    Uni<Void> answer(UUID id, Outcome outcome, String by, Instant at) {
        return sql.update(
                        "update suggestion set outcome = ?2, outcome_by = ?3, outcome_at = ?4 where id = ?1",
                        id,
                        outcome.code(),
                        by,
                        at)
                .replaceWithVoid();
    }

    private static List<Shown> shown(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Shown(
                        (UUID) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Instant) row[4],
                        row[5] == null ? null : Outcome.of((String) row[5]).orElseThrow(),
                        (Instant) row[6]))
                .toList();
    }
}
