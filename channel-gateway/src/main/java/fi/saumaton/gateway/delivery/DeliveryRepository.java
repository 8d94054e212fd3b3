/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.kit.sql.Sql;

/** The table {@code delivery}: messages that still have to go out. Times are judged by the database's clock alone. */
@ApplicationScoped
class DeliveryRepository {
    /**
     * The first pending message of each conversation, when its time has come, nothing it depends on is paused and nobody is at it. One that is too late is
     * taken in any case: somebody has to be told. {@code %s}: which channels.
     */
    private static final String CLAIM = """
            update delivery d
            set lease_holder = ?1, lease_until = now() + make_interval(secs => ?2), attempts = d.attempts + 1
            from (
                select x.message_id, x.lease_holder is not null as abandoned
                from delivery x
                where %s and x.next_attempt_at <= now() and (x.lease_until is null or x.lease_until < now())
                  and (x.uncertain or not exists (
                      select from delivery y
                      where y.conversation_id = x.conversation_id and y.number < x.number and not y.uncertain))
                  and (x.deadline_at <= now() or not exists (
                      select from delivery_pause p
                      where p.channel = x.channel and p.recipient in ('', x.recipient) and p.until > now()))
                order by x.created_at
                limit ?3
                for update of x skip locked
            ) due
            where d.message_id = due.message_id
            returning d.message_id, d.conversation_id, d.number, d.channel, d.recipient, d.attempts, due.abandoned,
                d.uncertain, coalesce(d.deadline_at <= now(), false), d.created_at
            """;

    private static final String CLAIM_FREE = CLAIM.formatted("not (x.channel = any(?4))");
    private static final String CLAIM_ONE = CLAIM.formatted("x.channel = ?4");

    private final Sql sql;

    DeliveryRepository(Sql sql) {
        this.sql = sql;
    }

    static String recipient(Handle handle) {
        return handle.kind() + ':' + handle.value();
    }

    Uni<Integer> insert(Message message, Handle to, Duration deadline) {
        return sql.update(
                """
                insert into delivery (message_id, conversation_id, number, channel, recipient, next_attempt_at, created_at, deadline_at)
                values (?1, ?2, ?3, ?4, ?5, now(), now(), now() + make_interval(secs => ?6))
                """,
                message.id(),
                message.conversationId(),
                message.number(),
                message.channel(),
                recipient(to),
                seconds(deadline));
    }

    /** Of all channels but those with a rate. */
    Uni<List<Claimed>> claim(String holder, Duration lease, int limit, Collection<String> rated) {
        return sql.rows(CLAIM_FREE, holder, seconds(lease), (long) limit, rated.toArray(String[]::new))
                .map(rows -> rows.stream().map(DeliveryRepository::claimed).toList());
    }

    Uni<List<Claimed>> claimOf(String channel, String holder, Duration lease, int limit) {
        return sql.rows(CLAIM_ONE, holder, seconds(lease), (long) limit, channel)
                .map(rows -> rows.stream().map(DeliveryRepository::claimed).toList());
    }

    /** Those of the channels for which something waits now. */
    Uni<Set<String>> waiting(Collection<String> channels) {
        return sql.rows(
                        "select distinct channel from delivery where channel = any(?1) and next_attempt_at <= now()",
                        (Object) channels.toArray(String[]::new))
                .map(rows -> rows.stream().map(row -> (String) row[0]).collect(Collectors.toSet()));
    }

    /** The outcome is known, if it is still this attempt's to tell: 1, otherwise 0. */
    Uni<Integer> done(Claimed claimed, String holder) {
        return sql.update(
                "delete from delivery where message_id = ?1 and lease_holder = ?2 and attempts = ?3",
                claimed.messageId(),
                holder,
                claimed.attempt());
    }

    /**
     * Another attempt later, if it is still this attempt's to tell: 1, otherwise 0.
     *
     * @param uncertain the outcome is open: what comes next is no attempt but a look-up
     */
    Uni<Integer> later(Claimed claimed, String holder, Duration gap, boolean uncertain) {
        return sql.update("""
                update delivery
                set lease_holder = null, lease_until = null, next_attempt_at = now() + make_interval(secs => ?4), uncertain = ?5
                where message_id = ?1 and lease_holder = ?2 and attempts = ?3
                """, claimed.messageId(), holder, claimed.attempt(), seconds(gap), uncertain);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Claimed claimed(Object[] row) {
        return new Claimed(
                (UUID) row[0],
                (UUID) row[1],
                (Integer) row[2],
                (String) row[3],
                (String) row[4],
                (Integer) row[5],
                (Boolean) row[6],
                (Boolean) row[7],
                (Boolean) row[8],
                (Instant) row[9]);
    }
}
