/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Whole rows as JSON, by table, in the open session: what a person is shown of themselves. */
@ApplicationScoped
public class JsonRows {
    private final Sql sql;
    private final ObjectMapper mapper;

    JsonRows(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** A statement whose rows are one text each: {@code select to_jsonb(t)::text …}. */
    public record Query(String statement, Object... parameters) {}

    /** The rows of tables in which a column, never one that somebody named outside, has one of the ids. */
    public Uni<Map<String, List<JsonNode>>> of(List<String> tables, String column, List<UUID> ids) {
        Map<String, Query> queries = new LinkedHashMap<>();
        for (var table : tables) {
            queries.put(table, new Query(statement(table, column), (Object) ids.toArray(UUID[]::new)));
        }
        return of(queries);
    }

    private static String statement(String table, String column) {
        return "select to_jsonb(t)::text from " + table + " t where " + column + " = any(?1)";
    }

    /** The rows by table, sorted by their names; tables without any are left out. */
    public Uni<Map<String, List<JsonNode>>> of(Map<String, Query> queries) {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        var chain = Uni.createFrom().voidItem();
        for (var query : queries.entrySet()) {
            chain = chain.chain(() -> sql.rows(
                            query.getValue().statement(), query.getValue().parameters()))
                    .invoke(rows -> note(query.getKey(), rows, found))
                    .replaceWithVoid();
        }
        return chain.replaceWith(found);
    }

    private void note(String table, List<Object[]> rows, Map<String, List<JsonNode>> found) {
        if (!rows.isEmpty()) {
            found.put(table, rows.stream().map(row -> read((String) row[0])).toList());
        }
    }

    private JsonNode read(String row) {
        try {
            return mapper.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
