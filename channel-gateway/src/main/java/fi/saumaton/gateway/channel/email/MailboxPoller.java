/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.email.EmailConfig.Imap;
import fi.saumaton.gateway.channel.email.ImapMailbox.Fetched;
import fi.saumaton.gateway.channel.email.MailboxService.Seen;
import fi.saumaton.gateway.ingress.Ingress;

/**
 * Takes mail from one mailbox, on two virtual threads: one reads and waits in IDLE, the other prolongs the lease and
 * wakes the first for the slow poll. A mail is passed by only when its raw record is durable in {@code ingress} and, after
 * that, the position has moved in the database under a lease that still holds: whatever dies in between, the mail is
 * taken once more and recognised by its Message-ID.
 */
final class MailboxPoller {
    private static final Logger LOG = Logger.getLogger(MailboxPoller.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final String channel;
    private final EmailChannel email;
    private final Imap imap;
    private final MailboxService mailboxes;
    private final Ingress ingress;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile ImapMailbox connection;
    private volatile MailboxState state = MailboxState.STARTING;
    private Thread reader;

    MailboxPoller(EmailChannel email, MailboxService mailboxes, Ingress ingress, Clock clock) {
        this.channel = email.name();
        this.email = email;
        this.imap = email.mailbox().imap();
        this.mailboxes = mailboxes;
        this.ingress = ingress;
        this.clock = clock;
    }

    /** What the channel's health shows. */
    enum MailboxState {
        STARTING,
        /** Connected and reading. */
        READING,
        /** Another replica reads. */
        STANDBY,
        /** Not reachable, or the login is refused: tried again with growing gaps. */
        DOWN
    }

    String channel() {
        return channel;
    }

    MailboxState state() {
        return state;
    }

    void start() {
        reader = Thread.ofVirtual().name("mailbox-" + channel).start(this::run);
    }

    /** Ends the reading after the mail at hand and gives the lease back. */
    void stop(Duration patience) throws InterruptedException {
        stopping.countDown();
        if (reader != null && !reader.join(patience)) {
            disconnect();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!isStopping()) {
            try {
                if (mailboxes.lease(channel, holder, imap.leaseFor())) {
                    read();
                } else {
                    state = MailboxState.STANDBY;
                }
                pause = FIRST_PAUSE;
            } catch (MessagingException | IOException | RuntimeException e) {
                down(e);
                pause = min(pause.multipliedBy(2), imap.longestPause());
            }
            await(state == MailboxState.STANDBY ? imap.leaseFor().dividedBy(3) : pause);
        }
        release();
    }

    /** One connection's life; returns when the lease is lost, throws when the connection or the database is. */
    private void read() throws MessagingException, IOException {
        try (var mailbox = ImapMailbox.open(imap)) {
            connection = mailbox;
            var keeper = Thread.ofVirtual().name("mailbox-lease-" + channel).start(() -> keep(mailbox));
            try {
                follow(mailbox);
            } finally {
                keeper.interrupt();
            }
        } finally {
            connection = null;
        }
    }

    private void follow(ImapMailbox mailbox) throws MessagingException, IOException {
        resynchronise(mailbox);
        LOG.infof("%s: reading", channel);
        while (!isStopping() && takeAll(mailbox)) {
            state = MailboxState.READING;
            if (mailbox.idles()) {
                mailbox.idle();
            } else {
                await(imap.pollEvery());
                mailbox.wake();
            }
        }
    }

    /** UIDs are only good together with their UIDVALIDITY. */
    private void resynchronise(ImapMailbox mailbox) throws MessagingException {
        var known = mailboxes.position(channel).uidValidity();
        long actual = mailbox.uidValidity();
        if (known == null || known != actual) {
            LOG.infof("%s: UIDVALIDITY %s instead of %s, reading from the start", channel, actual, known);
            mailboxes.restart(channel, holder, actual);
        }
    }

    /** Everything above the position; false when the lease is lost. */
    private boolean takeAll(ImapMailbox mailbox) throws MessagingException, IOException {
        for (; ; ) {
            var messages = mailbox.after(mailboxes.position(channel).lastUid());
            if (messages.isEmpty()) {
                return true;
            }
            for (var message : messages) {
                if (isStopping() || !take(mailbox, message)) {
                    return false;
                }
            }
        }
    }

    private boolean take(ImapMailbox mailbox, Message message) throws MessagingException, IOException {
        var mail = mailbox.fetch(message, email.mailbox().maxSize().asLongValue());
        var identity = identity(mail);
        var seen = mailboxes.seen(channel, identity.key(), identity.hash());
        if (seen != Seen.TAKEN) {
            append(mail, identity, seen);
        }
        if (!mailboxes.taken(channel, holder, mail.uid(), identity.key(), identity.hash())) {
            return false;
        }
        mailbox.markTaken(mail);
        return true;
    }

    /** What a mail is known by; one that cannot be read is known by its bytes and goes on as it is. */
    private record Identity(String key, String hash, String sender) {}

    private Identity identity(Fetched mail) {
        try {
            var parsed = email.parser().parse(mail.raw());
            var key = parsed.messageId() == null ? "sha256:" + parsed.contentHash() : parsed.messageId();
            var sender = parsed.from().map(ParsedMail.Address::address).orElse("");
            return new Identity(key, parsed.contentHash(), sender);
        } catch (UnreadableInboundException unreadable) {
            var hash = MessageIds.contentHash(new String(mail.raw(), java.nio.charset.StandardCharsets.ISO_8859_1));
            return new Identity("sha256:" + hash, hash, "");
        }
    }

    private void append(Fetched mail, Identity identity, Seen seen) {
        var attributes = new HashMap<String, String>();
        attributes.put("mailuid", Long.toString(mail.uid()));
        if (mail.oversized() != null) {
            attributes.put(EmailChannel.OVERSIZED, mail.oversized().toString());
        }
        if (seen == Seen.TWIN) {
            attributes.put(EmailChannel.TWIN, identity.hash());
        }
        var raw = new RawInbound(channel, clock.instant(), "message/rfc822", attributes, mail.raw());
        try {
            VertxContextSupport.subscribeAndAwait(() -> ingress.append(raw, identity.sender()));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("ingress does not take the mail", e);
        }
    }

    /** Prolongs the lease thrice in its time and wakes the reader for the slow poll; ends the connection when it cannot. */
    private void keep(ImapMailbox mailbox) {
        try {
            var beat = imap.leaseFor().dividedBy(3);
            long beatsPerPoll = Math.max(1, imap.pollEvery().dividedBy(beat));
            for (long n = 1; mailboxes.lease(channel, holder, imap.leaseFor()); n++) {
                if (stopping.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                    mailbox.wake();
                    return;
                }
                if (n % beatsPerPoll == 0) {
                    mailbox.wake();
                }
            }
            LOG.infof("%s: another replica reads the mailbox now", channel);
        } catch (InterruptedException ended) {
            return;
        } catch (MessagingException | RuntimeException e) {
            LOG.debugf("%s: keeping the mailbox failed (%s)", channel, named(e));
        }
        mailbox.close();
    }

    /** Said once, not at every try. */
    private void down(Exception e) {
        if (!isStopping() && state != MailboxState.DOWN) {
            LOG.warnf("%s: mailbox, database or Kafka away (%s), tried again until it is back", channel, named(e));
        }
        state = MailboxState.DOWN;
    }

    private void release() {
        try {
            mailboxes.release(channel, holder);
        } catch (RuntimeException e) {
            LOG.debugf("%s: lease not given back (%s), it runs out by itself", channel, named(e));
        }
    }

    private void disconnect() {
        var open = connection;
        if (open != null) {
            open.close();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void await(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The kinds of the failures only: their texts may hold addresses. */
    private static String named(Throwable e) {
        var cause = e.getCause();
        return e.getClass().getSimpleName()
                + (cause == null ? "" : "/" + cause.getClass().getSimpleName());
    }
}
