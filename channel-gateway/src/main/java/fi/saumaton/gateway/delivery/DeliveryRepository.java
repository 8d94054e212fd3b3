/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.kit.sql.Sql;

/** The table {@code delivery}: messages that still have to go out. Times are judged by the database's clock alone. */
@ApplicationScoped
class DeliveryRepository {
    /** The first pending message of each conversation, when its time has come and nobody is at it. */
    private static final String CLAIM = """
            update delivery d
            set lease_holder = ?1, lease_until = now() + make_interval(secs => ?2), attempts = d.attempts + 1
            from (
                select x.message_id, x.lease_holder is not null as abandoned
                from delivery x
                where x.next_attempt_at <= now() and (x.lease_until is null or x.lease_until < now())
                  and not exists (
                      select from delivery y where y.conversation_id = x.conversation_id and y.number < x.number)
                order by x.next_attempt_at
                limit ?3
                for update of x skip locked
            ) due
            where d.message_id = due.message_id
            returning d.message_id, d.conversation_id, d.number, d.channel, d.attempts, due.abandoned, d.created_at
            """;

    private final Sql sql;

    DeliveryRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A message that is this replica's to send.
     *
     * @param abandoned an earlier attempt ended without an outcome: the provider may have the message
     */
    record Claimed(
            UUID messageId,
            UUID conversationId,
            int number,
            String channel,
            int attempt,
            boolean abandoned,
            Instant createdAt) {}

    Uni<Integer> insert(Message message) {
        return sql.update("""
                insert into delivery (message_id, conversation_id, number, channel, next_attempt_at, created_at)
                values (?1, ?2, ?3, ?4, now(), now())
                """, message.id(), message.conversationId(), message.number(), message.channel());
    }

    Uni<List<Claimed>> claim(String holder, Duration lease, int limit) {
        return sql.rows(CLAIM, holder, seconds(lease), (long) limit)
                .map(rows -> rows.stream().map(DeliveryRepository::claimed).toList());
    }

    /** The outcome is known, if it is still this attempt's to tell: 1, otherwise 0. */
    Uni<Integer> done(Claimed claimed, String holder) {
        return sql.update(
                "delete from delivery where message_id = ?1 and lease_holder = ?2 and attempts = ?3",
                claimed.messageId(),
                holder,
                claimed.attempt());
    }

    /** Another attempt later. */
    Uni<Integer> retry(Claimed claimed, String holder, Duration gap) {
        return sql.update("""
                update delivery
                set lease_holder = null, lease_until = null, next_attempt_at = now() + make_interval(secs => ?4)
                where message_id = ?1 and lease_holder = ?2 and attempts = ?3
                """, claimed.messageId(), holder, claimed.attempt(), seconds(gap));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Claimed claimed(Object[] row) {
        return new Claimed(
                (UUID) row[0],
                (UUID) row[1],
                (Integer) row[2],
                (String) row[3],
                (Integer) row[4],
                (Boolean) row[5],
                (Instant) row[6]);
    }
}
