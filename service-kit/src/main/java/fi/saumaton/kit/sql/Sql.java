/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Native SQL with positional parameters {@code ?1 ?2 …} on the open session's own connection, in its transaction. What
 * the session still holds back is flushed first. It goes past Hibernate's query machinery, which costs more than the
 * statement itself.
 *
 * <p>A parameter has its column's type: {@code UUID} for uuid, {@code Instant} for timestamptz, {@code String} for text,
 * arrays ({@code UUID[]}, {@code String[]}) for arrays, an enum by its name. Many rows are one JSON parameter:
 * {@code insert … select … from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, …)} with {@link #json}.
 */
@ApplicationScoped
public class Sql {

    private static final Pattern JSON_PARAMETER =
            Pattern.compile("cast\\s*\\(\\s*(\\?\\d+)\\s+as\\s+(jsonb?)\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

    private final ObjectMapper mapper;
    private final Map<String, String> translated = new ConcurrentHashMap<>();

    Sql(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Runs a statement; the number of rows it touched. */
    public Uni<Integer> update(String sql, Object... params) {
        return connection(c -> Uni.createFrom().completionStage(() -> c.update(postgres(sql), bound(params))));
    }

    /**
     * The rows of a query, or of a statement with {@code returning}; each an array, also for one column. A timestamptz
     * comes as {@code Instant}, json as its text.
     */
    public Uni<List<Object[]>> rows(String sql, Object... params) {
        return connection(c -> Uni.createFrom().completionStage(() -> c.select(postgres(sql), bound(params))))
                .map(Sql::read);
    }

    /** Rows (records, maps) as the one JSON parameter of a statement, without the U+0000 that PostgreSQL refuses. */
    public String json(Object rows) {
        try {
            return JsonText.withoutNul(mapper.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Not writable as JSON: " + rows.getClass().getName(), e);
        }
    }

    private static <T> Uni<T> connection(Function<ReactiveConnection, Uni<T>> work) {
        return Panache.getSession().chain(session -> session.flush().chain(() -> work.apply(connectionOf(session))));
    }

    private static ReactiveConnection connectionOf(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    /**
     * PostgreSQL's own {@code $1} for {@code ?1}. A JSON parameter is declared as text first: its value is JSON already,
     * which the client would encode a second time, as a string.
     */
    private String postgres(String sql) {
        return translated.computeIfAbsent(sql, Sql::translate);
    }

    static String translate(String sql) {
        String json = JSON_PARAMETER.matcher(sql).replaceAll("cast(cast($1 as text) as $2)");
        return PARAMETER.matcher(json).replaceAll("\\$$1");
    }

    private static Object[] bound(Object[] params) {
        Object[] bound = new Object[params.length];
        for (int i = 0; i < params.length; i++) {
            bound[i] = switch (params[i]) {
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Enum<?> constant -> constant.name();
                case byte[] bytes -> Buffer.buffer(bytes);
                case String text when text.indexOf(0) >= 0 -> text.replace("\0", "");
                case null -> null;
                case Object other -> other;
            };
        }
        return bound;
    }

    private static List<Object[]> read(ReactiveConnection.Result result) {
        List<Object[]> rows = new ArrayList<>(result.size());
        while (result.hasNext()) {
            Object[] row = result.next();
            for (int i = 0; i < row.length; i++) {
                row[i] = readable(row[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object readable(Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case JsonObject json -> json.encode();
            case JsonArray json -> json.encode();
            case Buffer bytes -> bytes.getBytes();
            case null -> null;
            case Object other -> other;
        };
    }
}
