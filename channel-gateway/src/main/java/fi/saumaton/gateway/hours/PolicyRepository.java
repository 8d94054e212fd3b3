/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** The table {@code channel_policy}, and how long customers have waited. */
@ApplicationScoped
class PolicyRepository {
    /** The median of the first answers of conversations that were opened lately; those still waiting count as what they have waited so far. */
    private static final String TYPICAL_WAIT = """
            select percentile_cont(0.5) within group (order by extract(epoch from coalesce(answered.at, ?3) - c.opened_at))
            from conversation c
            left join lateral (
                select m.recorded_at as at from message m
                where m.conversation_id = c.id and m.direction = 'out' order by m.number limit 1) answered on true
            where c.channel = ?1 and c.opened_at >= ?2 and (answered.at is not null or c.reply_due_since is not null)
            """;

    private final Sql sql;
    private final ObjectMapper mapper;

    PolicyRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** By channel; those that nobody has said anything about are not there. */
    Uni<Map<String, ChannelPolicy>> find(Collection<String> channels) {
        return sql.rows("select channel, cast(policy as text) from channel_policy where channel = any(?1)", (Object)
                        channels.toArray(String[]::new))
                .map(rows -> {
                    var policies = new HashMap<String, ChannelPolicy>();
                    rows.forEach(row -> policies.put((String) row[0], read((String) row[1])));
                    return policies;
                });
    }

    Uni<Integer> put(String channel, ChannelPolicy policy, String by, Instant at) {
        return sql.update("""
                insert into channel_policy (channel, policy, changed_by, changed_at) values (?1, cast(?2 as jsonb), ?3, ?4)
                on conflict (channel) do update
                set policy = excluded.policy, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, channel, sql.json(policy), by, at);
    }

    /** Null when nobody has written since. */
    Uni<Duration> typicalWait(String channel, Instant since, Instant now) {
        return sql.rows(TYPICAL_WAIT, channel, since, now)
                .map(rows -> rows.isEmpty() || rows.getFirst()[0] == null
                        ? null
                        : Duration.ofSeconds(Math.round(((Number) rows.getFirst()[0]).doubleValue())));
    }

    private ChannelPolicy read(String json) {
        try {
            return mapper.readValue(json, ChannelPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A channel's policy cannot be read", e);
        }
    }
}
