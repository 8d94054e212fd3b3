/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/**
 * The tables of the poller: lease, position, what was taken. Called from the poller's virtual threads, which wait for
 * the answer; the statements themselves run on an event loop as everywhere else.
 */
@ApplicationScoped
class MailboxService {
    private final Transactions transactions;
    private final Sql sql;

    MailboxService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** @param uidValidity null before the first session */
    record Position(Long uidValidity, long lastUid) {}

    /** How a mail stands to those already taken. */
    enum Seen {
        NEVER,
        /** Another mail came under the same Message-ID. */
        TWIN,
        TAKEN
    }

    /** Takes the lease or prolongs one's own; false when another replica holds it. */
    boolean lease(String channel, UUID holder, Duration duration) {
        return write(() -> sql.update("""
                        insert into mailbox (channel, lease_holder, lease_until)
                        values (?1, ?2, now() + make_interval(secs => ?3))
                        on conflict (channel) do update
                        set lease_holder = excluded.lease_holder, lease_until = excluded.lease_until
                        where mailbox.lease_holder = ?2 or mailbox.lease_until is null or mailbox.lease_until < now()""", channel, holder, duration.toMillis() / 1000.0)) == 1;
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    void release(String channel, UUID holder) {
        write(() -> sql.update(
                "update mailbox set lease_until = null where channel = ?1 and lease_holder = ?2", channel, holder));
    }

    Position position(String channel) {
        return write(() -> sql.rows("select uid_validity, last_uid from mailbox where channel = ?1", channel)
                .map(List::getFirst)
                .map(row -> new Position((Long) row[0], (Long) row[1])));
    }

    /**
     * A new UIDVALIDITY makes all UIDs new: reading starts over, what was taken is passed over by {@link #seen}, and what
     * could not be read shows again whether it can.
     */
    boolean restart(String channel, UUID holder, long uidValidity) {
        return write(() -> sql.update("""
                                update mailbox set uid_validity = ?3, last_uid = 0
                                where channel = ?1 and lease_holder = ?2 and lease_until > now()""", channel, holder, uidValidity)
                        .call(ours -> ours == 0
                                ? Uni.createFrom().voidItem()
                                : sql.update("delete from unreadable_mail where channel = ?1", channel)))
                == 1;
    }

    Seen seen(String channel, String messageKey, String contentHash) {
        return write(() -> sql.rows(
                        "select content_hash from mailbox_mail where channel = ?1 and message_key = ?2",
                        channel,
                        messageKey)
                .map(rows -> rows.isEmpty()
                        ? Seen.NEVER
                        : rows.stream().anyMatch(row -> row[0].equals(contentHash)) ? Seen.TAKEN : Seen.TWIN));
    }

    /** Moves the position past a mail that is durable in {@code ingress}; false when the lease is no longer ours. */
    boolean taken(String channel, UUID holder, long uid, String messageKey, String contentHash) {
        return write(() -> sql.update("""
                                update mailbox set last_uid = ?3
                                where channel = ?1 and lease_holder = ?2 and lease_until > now() and last_uid < ?3""", channel, holder, uid)
                        .call(() -> sql.update(
                                "delete from unreadable_mail where channel = ?1 and uid <= ?2 and set_aside_at is null",
                                channel,
                                uid))
                        .call(() -> remember(sql, channel, messageKey, contentHash)))
                == 1;
    }

    /** Joins the open transaction. */
    static Uni<Integer> remember(Sql sql, String channel, String messageKey, String contentHash) {
        return sql.update("""
                insert into mailbox_mail (channel, message_key, content_hash) values (?1, ?2, ?3)
                on conflict do nothing""", channel, messageKey, contentHash);
    }

    private <T> T write(Supplier<Uni<T>> work) {
        return Waiting.on(() -> transactions.write(work));
    }
}
