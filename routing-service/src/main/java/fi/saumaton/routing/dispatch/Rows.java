/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Rows of routing's tables as the engine's records. */
@ApplicationScoped
public class Rows {

    private final Sql sql;

    Rows(Sql sql) {
        this.sql = sql;
    }

    /**
     * Reads rows.
     *
     * @param from what follows {@code from}: the table under the alias {@code t}, then conditions and order
     */
    public <T> Uni<List<T>> list(Class<T> type, String from, Object... params) {
        return sql.rows("select cast(to_jsonb(t) as text) from " + from, params)
                .map(rows -> rows.stream()
                        .map(row -> RowJson.read((String) row[0], type))
                        .toList());
    }
}
