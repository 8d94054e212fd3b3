/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

import fi.saumaton.gateway.channel.email.EmailConfig.Imap;

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
    private final UnreadableMailService unreadable;
    private final MailHandover handover;
    private final UUID holder = UUID.randomUUID();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile ImapMailbox connection;
    private volatile MailboxState state = MailboxState.STARTING;
    private volatile int setAside;
    private Thread reader;

    MailboxPoller(
            EmailChannel email, MailboxService mailboxes, UnreadableMailService unreadable, MailHandover handover) {
        this.channel = email.name();
        this.email = email;
        this.imap = email.mailbox().imap();
        this.mailboxes = mailboxes;
        this.unreadable = unreadable;
        this.handover = handover;
    }

    /** What the channel's health shows. */
    enum MailboxState {
        STARTING,
        /** Connected and reading. */
        READING,
        /** Another replica reads. */
        STANDBY,
        /** One mail does not come while others do: tried again for some minutes, then set aside. */
        STUCK,
        /** Not reachable, or the login is refused: tried again with growing gaps. */
        DOWN
    }

    String channel() {
        return channel;
    }

    MailboxState state() {
        return state;
    }

    /** Mails that wait for somebody to look after them, as far as this replica knows: the one that reads knows. */
    int setAside() {
        return setAside;
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
                    setAside = 0;
                }
                pause = FIRST_PAUSE;
            } catch (StuckMailException e) {
                stuck(e);
                pause = longer(pause);
            } catch (MessagingException | RuntimeException | Error e) {
                pause = state == MailboxState.READING ? FIRST_PAUSE : longer(pause);
                down(e);
            }
            await(state == MailboxState.STANDBY ? imap.leaseFor().dividedBy(3) : pause);
        }
        release();
    }

    /** One connection's life; returns when the lease is lost, throws when the connection or the database is. */
    private void read() throws MessagingException {
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

    private void follow(ImapMailbox mailbox) throws MessagingException {
        var reader = new MailboxReader(email, mailbox, holder, mailboxes, unreadable, handover, this::isStopping);
        reader.resynchronise();
        while (!isStopping() && reader.takeAll()) {
            if (state != MailboxState.READING) {
                LOG.infof("%s: reading", channel);
            }
            state = MailboxState.READING;
            setAside = reader.setAside();
            if (mailbox.idles()) {
                mailbox.idle();
            } else {
                await(imap.pollEvery());
                mailbox.wake();
            }
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
    private void down(Throwable e) {
        if (!isStopping() && state != MailboxState.DOWN) {
            LOG.warnf("%s: mailbox, database or Kafka away (%s), tried again until it is back", channel, named(e));
        }
        state = MailboxState.DOWN;
    }

    private void stuck(StuckMailException e) {
        if (state != MailboxState.STUCK) {
            LOG.warnf("%s: a mail cannot be read (%s), tried again before it is set aside", channel, named(e));
        }
        state = MailboxState.STUCK;
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

    private Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(imap.longestPause()) < 0 ? doubled : imap.longestPause();
    }

    /** The kinds of the failures only: their texts may hold addresses. */
    private static String named(Throwable e) {
        var cause = e.getCause();
        return e.getClass().getSimpleName()
                + (cause == null ? "" : "/" + cause.getClass().getSimpleName());
    }
}
