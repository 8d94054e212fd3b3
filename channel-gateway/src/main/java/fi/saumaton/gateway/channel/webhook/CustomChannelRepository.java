/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.kit.sql.Sql;

/** The table {@code custom_channel}. */
@ApplicationScoped
class CustomChannelRepository {
    private static final String COLUMNS =
            "name, display_name, url, cast(capabilities as text), per_second, secret, former_secret, former_until, version, created_at, updated_at";

    private final Sql sql;
    private final ObjectMapper mapper;

    CustomChannelRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    Uni<Map<String, Long>> versions() {
        return sql.rows("select name, version from custom_channel")
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
    }

    Uni<List<CustomChannel>> all() {
        return sql.rows("select " + COLUMNS + " from custom_channel order by name")
                .map(rows -> rows.stream().map(this::read).toList());
    }

    /** Null when there is none. */
    Uni<CustomChannel> find(String name) {
        return sql.rows("select " + COLUMNS + " from custom_channel where name = ?1 for update", name)
                .map(rows -> rows.isEmpty() ? null : read(rows.getFirst()));
    }

    /** 0 when the name is taken. */
    Uni<Integer> insert(CustomChannel channel) {
        return sql.update(
                """
                insert into custom_channel (name, display_name, url, capabilities, per_second, secret, version, created_at, updated_at)
                values (?1, ?2, ?3, cast(?4 as jsonb), ?5, ?6, ?7, ?8, ?9) on conflict do nothing
                """,
                channel.name(),
                channel.displayName(),
                channel.url().toString(),
                sql.json(channel.capabilities()),
                channel.perSecond(),
                channel.secret(),
                channel.version(),
                channel.createdAt(),
                channel.updatedAt());
    }

    Uni<Integer> update(CustomChannel channel) {
        return sql.update(
                """
                update custom_channel
                set display_name = ?2, url = ?3, capabilities = cast(?4 as jsonb), per_second = ?5, secret = ?6, former_secret = ?7,
                    former_until = ?8, version = ?9, updated_at = ?10
                where name = ?1
                """,
                channel.name(),
                channel.displayName(),
                channel.url().toString(),
                sql.json(channel.capabilities()),
                channel.perSecond(),
                channel.secret(),
                channel.formerSecret(),
                channel.formerUntil(),
                channel.version(),
                channel.updatedAt());
    }

    Uni<Integer> delete(String name) {
        return sql.update("delete from custom_channel where name = ?1", name);
    }

    private CustomChannel read(Object[] row) {
        return new CustomChannel(
                (String) row[0],
                (String) row[1],
                URI.create((String) row[2]),
                capabilities((String) row[3]),
                (Double) row[4],
                (String) row[5],
                (String) row[6],
                (Instant) row[7],
                (Long) row[8],
                (Instant) row[9],
                (Instant) row[10]);
    }

    private Capabilities capabilities(String json) {
        try {
            return mapper.readValue(json, Capabilities.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The capabilities of a custom channel cannot be read", e);
        }
    }
}
