/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.email.FetchFailedException.Reason;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/**
 * The mails that do not come: counted and set aside by the reader (on its virtual threads, which wait for the answer),
 * listed for operators, who have them tried again. Times are the database's.
 */
@ApplicationScoped
class UnreadableMailService {
    /** More than these at once are no broken mails but a broken server. */
    private static final int MOST = 1000;

    private static final String COLUMNS = """
            select u.id, u.channel, m.uid_validity, u.uid, u.tries, u.reason,
                   u.first_failed_at, u.last_failed_at, u.set_aside_at, u.retry_wanted
            from unreadable_mail u join mailbox m on m.channel = u.channel
            where u.set_aside_at is not null
            """;

    private final Transactions transactions;
    private final Sql sql;

    UnreadableMailService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** How often a mail has failed by now, and for how long it has been failing. */
    record Failures(int tries, Duration since) {}

    Failures failed(String channel, long uid, Reason reason) {
        return write(() -> sql.rows("""
                        insert into unreadable_mail (id, channel, uid, tries, reason, first_failed_at, last_failed_at)
                        values (?1, ?2, ?3, 1, ?4, now(), now())
                        on conflict (channel, uid) do update
                        set tries = unreadable_mail.tries + 1, reason = excluded.reason, last_failed_at = now(), retry_wanted = false
                        returning tries, cast(1000 * extract(epoch from now() - first_failed_at) as bigint)
                        """, Ids.next(), channel, uid, wire(reason))
                .map(List::getFirst)
                .map(row -> new Failures((Integer) row[0], Duration.ofMillis((Long) row[1]))));
    }

    /** Moves the position past a mail; false when the lease is no longer ours. */
    boolean setAside(String channel, UUID holder, long uid) {
        return write(() -> sql.update("""
                                update mailbox set last_uid = ?3
                                where channel = ?1 and lease_holder = ?2 and lease_until > now() and last_uid < ?3
                                """, channel, holder, uid)
                        .call(ours -> ours == 0
                                ? Uni.createFrom().voidItem()
                                : sql.update(
                                        "update unreadable_mail set set_aside_at = now() where channel = ?1 and uid = ?2",
                                        channel,
                                        uid)))
                == 1;
    }

    /** One that was set aside; {@code due}: it is to be tried again now. */
    record SetAside(long uid, boolean due) {}

    List<SetAside> ofChannel(String channel, Duration retryEvery) {
        return write(() -> sql.rows("""
                        select uid, retry_wanted or last_failed_at < now() - make_interval(secs => ?2)
                        from unreadable_mail where channel = ?1 and set_aside_at is not null
                        order by uid limit ?3
                        """, channel, retryEvery.toMillis() / 1000.0, MOST)
                .map(rows -> rows.stream()
                        .map(row -> new SetAside((Long) row[0], (Boolean) row[1]))
                        .toList()));
    }

    /** It came after all and is durable in {@code ingress}; false when the lease is no longer ours. */
    boolean recovered(String channel, UUID holder, long uid, String messageKey, String contentHash) {
        return write(() -> sql.update("""
                                delete from unreadable_mail u using mailbox m
                                where u.channel = ?1 and u.uid = ?3
                                  and m.channel = ?1 and m.lease_holder = ?2 and m.lease_until > now()
                                """, channel, holder, uid)
                        .call(ours -> ours == 0
                                ? Uni.createFrom().voidItem()
                                : MailboxService.remember(sql, channel, messageKey, contentHash)))
                == 1;
    }

    /** It is no longer in the mailbox. */
    void forget(String channel, long uid) {
        write(() -> sql.update("delete from unreadable_mail where channel = ?1 and uid = ?2", channel, uid));
    }

    /** Oldest first. */
    Uni<Page<UnreadableMail>> list(Cursor after, int limit) {
        var before = after == null ? null : after.uuid(0);
        return transactions
                .read(() -> sql.rows(
                        COLUMNS + " and (cast(?1 as uuid) is null or u.id > ?1) order by u.id limit ?2",
                        before,
                        limit + 1))
                .map(rows -> rows.stream().map(UnreadableMailService::mail).toList())
                .map(mails -> Page.of(mails, limit, last -> Cursor.of(last.id())));
    }

    /** To be tried again by whichever replica reads the mailbox. */
    Uni<UnreadableMail> retry(UUID id) {
        return transactions.write(() -> sql.update(
                        "update unreadable_mail set retry_wanted = true where id = ?1 and set_aside_at is not null", id)
                .chain(() -> sql.rows(COLUMNS + " and u.id = ?1", id))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(UnreadableMailService::mail)
                        .orElseThrow(UnreadableMailService::unknown)));
    }

    /** Somebody has dealt with it in the mailbox itself. */
    Uni<Void> dismiss(UUID id) {
        return transactions
                .write(() -> sql.update("delete from unreadable_mail where id = ?1 and set_aside_at is not null", id))
                .invoke(found -> {
                    if (found == 0) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static Problem unknown() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such mail");
    }

    private static String wire(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static UnreadableMail mail(Object[] row) {
        return new UnreadableMail(
                (UUID) row[0],
                (String) row[1],
                (Long) row[2],
                (Long) row[3],
                (Integer) row[4],
                (String) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (Boolean) row[9]);
    }

    private <T> T write(Supplier<Uni<T>> work) {
        return Waiting.on(() -> transactions.write(work));
    }
}
