/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** The types' rows. */
@ApplicationScoped
class TypeRepository {
    private static final String COLUMNS = "name, version, titles::text, schema, shown::text, made_at";

    private final Sql sql;
    private final ObjectMapper mapper;

    TypeRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** One writer of a type at a time, also of a type that is not there yet. */
    Uni<Void> lock(String name) {
        return sql.rows("select 1 from pg_advisory_xact_lock(hashtextextended('touchpoint-type:' || ?1, 0))", name)
                .replaceWithVoid();
    }

    Uni<Void> insert(TypeView type, String by) {
        return sql.update(
                        """
                        insert into touchpoint_type (name, version, titles, schema, shown, made_by, made_at)
                        values (?1, ?2, cast(?3 as jsonb), ?4, cast(?5 as jsonb), ?6, ?7)
                        """,
                        type.name(),
                        type.version(),
                        sql.json(type.titles()),
                        type.schema().toString(),
                        sql.json(type.shown()),
                        by,
                        type.madeAt())
                .replaceWithVoid();
    }

    /** The newest versions of some types. */
    Uni<List<TypeView>> newest(Collection<String> names) {
        return read(
                "select distinct on (name) " + COLUMNS + " from touchpoint_type where name = any(?1) "
                        + "order by name, version desc",
                (Object) names.toArray(String[]::new));
    }

    /** The newest versions, by name. */
    Uni<List<TypeView>> page(String after, int limit) {
        return read(
                "select distinct on (name) " + COLUMNS + " from touchpoint_type where name > ?1 "
                        + "order by name, version desc limit ?2",
                after,
                limit);
    }

    /** All versions of a type, newest first. */
    Uni<List<TypeView>> versions(String name, long before, int limit) {
        return read(
                "select " + COLUMNS + " from touchpoint_type where name = ?1 and version < ?2 "
                        + "order by version desc limit ?3",
                name,
                before,
                limit);
    }

    private Uni<List<TypeView>> read(String query, Object... parameters) {
        return sql.rows(query, parameters)
                .map(rows -> rows.stream().map(this::type).toList());
    }

    private TypeView type(Object[] row) {
        try {
            return new TypeView(
                    (String) row[0],
                    (Integer) row[1],
                    mapper.readValue((String) row[2], TypeView.Texts.class),
                    mapper.readTree((String) row[3]),
                    mapper.readValue((String) row[4], new TypeReference<List<TypeView.Shown>>() {}),
                    (Instant) row[5]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
