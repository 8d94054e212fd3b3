/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The pending rows of the table {@code attachment}. Times are judged by the database's clock alone. */
@ApplicationScoped
class MediaRepository {
    private static final String CLAIM = """
            update attachment a
            set lease_until = now() + make_interval(secs => ?1), attempts = a.attempts + 1
            from (
                select x.id from attachment x
                where x.state = 'pending' and x.next_attempt_at <= now() and (x.lease_until is null or x.lease_until < now())
                order by x.next_attempt_at limit ?2
                for update skip locked
            ) due, message m
            where a.id = due.id and m.id = a.message_id
            returning a.id, a.conversation_id, a.message_id, m.channel, a.name, a.media_type, a.media_ref, a.attempts, a.asked_at
            """;

    private final Sql sql;

    MediaRepository(Sql sql) {
        this.sql = sql;
    }

    /** A file that is this replica's to fetch. {@code ref}: JSON. */
    record Claimed(
            UUID id,
            UUID conversationId,
            UUID messageId,
            String channel,
            String name,
            String mediaType,
            String ref,
            int attempt,
            Instant askedAt) {}

    Uni<List<Claimed>> claim(Duration lease, int limit) {
        return sql.rows(CLAIM, seconds(lease), (long) limit)
                .map(rows -> rows.stream().map(MediaRepository::claimed).toList());
    }

    /** 0 when it is no longer this attempt's. */
    Uni<Integer> store(Claimed claimed, String name, String mediaType, byte[] content) {
        return sql.update("""
                update attachment
                set state = 'stored', content = ?3, size = ?4, name = ?5, media_type = ?6, media_ref = null,
                    next_attempt_at = null, lease_until = null
                where id = ?1 and attempts = ?2 and state = 'pending'
                """, claimed.id(), claimed.attempt(), content, (long) content.length, name, mediaType);
    }

    /** 0 when it is no longer this attempt's. */
    Uni<Integer> fail(Claimed claimed, String reason) {
        return sql.update("""
                update attachment set state = 'failed', reason = ?3, media_ref = null, next_attempt_at = null, lease_until = null
                where id = ?1 and attempts = ?2 and state = 'pending'
                """, claimed.id(), claimed.attempt(), reason);
    }

    Uni<Integer> again(Claimed claimed, Duration gap) {
        return sql.update("""
                update attachment set next_attempt_at = now() + make_interval(secs => ?3), lease_until = null
                where id = ?1 and attempts = ?2 and state = 'pending'
                """, claimed.id(), claimed.attempt(), seconds(gap));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Claimed claimed(Object[] row) {
        return new Claimed(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Integer) row[7],
                (Instant) row[8]);
    }
}
