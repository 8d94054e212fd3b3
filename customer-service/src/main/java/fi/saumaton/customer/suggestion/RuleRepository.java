/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** Versions of rules: only added. */
@ApplicationScoped
class RuleRepository {
    private final Sql sql;
    private final ObjectMapper mapper;

    RuleRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** The newest version of each. */
    Uni<List<SuggestionRule>> current() {
        return sql.rows("""
                        select distinct on (id) id, version, content::text, made_by, made_at
                        from suggestion_rule order by id, version desc
                        """).map(this::rules);
    }

    /** All versions of one, newest first. */
    Uni<List<SuggestionRule>> versions(String id) {
        return sql.rows("""
                        select id, version, content::text, made_by, made_at
                        from suggestion_rule where id = ?1 order by version desc limit 200
                        """, id).map(this::rules);
    }

    /** @return false when somebody else made this version first */
    Uni<Boolean> add(SuggestionRule rule) {
        return sql.update("""
                        insert into suggestion_rule (id, version, content, made_by, made_at)
                        values (?1, ?2, cast(?3 as jsonb), ?4, ?5) on conflict do nothing
                        """, rule.ruleId(), rule.version(), sql.json(rule.content()), rule.madeBy(), rule.madeAt())
                .map(rows -> rows == 1);
    }

    private List<SuggestionRule> rules(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new SuggestionRule(
                        (String) row[0], (Integer) row[1], content((String) row[2]), (String) row[3], (Instant) row[4]))
                .toList();
    }

    private RuleContent content(String json) {
        try {
            return mapper.readValue(json, RuleContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored rule is unreadable", e);
        }
    }
}
