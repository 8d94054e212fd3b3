/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.matching.Weights;
import fi.saumaton.kit.sql.Sql;

/** Weights that were learned, the newest of which counts. */
@ApplicationScoped
class ModelRepository {
    private final Sql sql;
    private final ObjectMapper mapper;

    ModelRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** The defaults as long as nothing was learned. */
    Uni<Weights> newest() {
        return sql.rows("select weights::text from match_model order by trained_at desc, id desc limit 1")
                .map(rows -> rows.isEmpty() ? Weights.defaults() : read((String) rows.getFirst()[0]));
    }

    Uni<Void> save(UUID id, Weights weights, int people, String by, Instant now) {
        return sql.update("""
                        insert into match_model (id, weights, people, trained_by, trained_at)
                        values (?1, cast(?2 as jsonb), ?3, ?4, ?5)
                        """, id, sql.json(weights), people, by, now).replaceWithVoid();
    }

    Uni<Integer> forget() {
        return sql.update("delete from match_model");
    }

    private Weights read(String json) {
        try {
            return mapper.readValue(json, Weights.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The learned weights are unreadable", e);
        }
    }
}
