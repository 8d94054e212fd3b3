/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

/**
 * Takes the mails of one open connection, in the order of their UIDs. A mail that does not come is tried again over fresh
 * connections; when it has failed often enough, while mails behind it can be read, it is set aside and the others go on.
 */
final class MailboxReader {
    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    /** How many mails behind a failing one are tried before the connection is blamed: they may be broken as well. */
    private static final int OTHERS_TRIED = 5;

    private final EmailChannel email;
    private final String channel;
    private final ImapMailbox mailbox;
    private final UUID holder;
    private final MailboxService mailboxes;
    private final UnreadableMailService unreadable;
    private final MailHandover handover;
    private final BooleanSupplier stopping;
    private long uidValidity;
    private int setAside;

    MailboxReader(
            EmailChannel email,
            ImapMailbox mailbox,
            UUID holder,
            MailboxService mailboxes,
            UnreadableMailService unreadable,
            MailHandover handover,
            BooleanSupplier stopping) {
        this.email = email;
        this.channel = email.name();
        this.mailbox = mailbox;
        this.holder = holder;
        this.mailboxes = mailboxes;
        this.unreadable = unreadable;
        this.handover = handover;
        this.stopping = stopping;
    }

    /** UIDs are only good together with their UIDVALIDITY. */
    void resynchronise() throws MessagingException {
        var known = mailboxes.position(channel).uidValidity();
        uidValidity = mailbox.uidValidity();
        if (known == null || known != uidValidity) {
            LOG.infof("%s: UIDVALIDITY %s instead of %s, reading from the start", channel, uidValidity, known);
            mailboxes.restart(channel, holder, uidValidity);
        }
    }

    /** Everything above the position; false when this connection's reading is to end: the lease is lost, or it stops. */
    boolean takeAll() throws MessagingException {
        tryAgain();
        for (; ; ) {
            var messages = mailbox.after(mailboxes.position(channel).lastUid());
            if (messages.isEmpty()) {
                return true;
            }
            for (var message : messages) {
                if (stopping.getAsBoolean() || !take(message)) {
                    return false;
                }
            }
        }
    }

    /** Mails that were set aside, when this was last looked at. */
    int setAside() {
        return setAside;
    }

    private boolean take(Message message) throws MessagingException {
        long uid = mailbox.uid(message);
        try {
            var mail = mailbox.fetch(message, email.mailbox().maxSize().asLongValue());
            var identity = handover.handOver(mail);
            if (!mailboxes.taken(channel, holder, uid, identity.key(), identity.hash())) {
                return false;
            }
            mailbox.markTaken(mail);
            return true;
        } catch (FetchFailedException failure) {
            passOver(uid, failure);
            return false;
        }
    }

    /** Returns when the mail is set aside; reading then goes on over a fresh connection, whatever became of this one. */
    private void passOver(long uid, FetchFailedException failure) throws MessagingException {
        if (!othersCanBeRead(uid)) {
            throw failure;
        }
        var imap = email.mailbox().imap();
        var failures = unreadable.failed(channel, uid, failure.reason());
        if (failures.tries() < imap.unreadableAfterTries() || failures.since().compareTo(imap.unreadableAfter()) < 0) {
            throw new StuckMailException(failure);
        }
        if (unreadable.setAside(channel, holder, uid)) {
            LOG.warnf(
                    "%s: the mail with UID %d could not be read %d times (%s) and is set aside",
                    channel, uid, failures.tries(), failure.reason());
        }
    }

    /**
     * Whether the server hands out a mail behind this one: then the trouble is the mail's own. When there is none, nothing
     * waits for it either.
     */
    private boolean othersCanBeRead(long uid) {
        for (int skipped = 0; skipped < OTHERS_TRIED; skipped++) {
            try (var fresh = ImapMailbox.open(email.mailbox().imap())) {
                var behind = fresh.after(uid);
                if (skipped >= behind.size() || fresh.uidValidity() != uidValidity) {
                    return false;
                }
                fresh.fetch(behind.get(skipped), email.mailbox().maxSize().asLongValue());
                return true;
            } catch (FetchFailedException brokenToo) {
                LOG.debugf("%s: another mail could not be read (%s)", channel, brokenToo.reason());
            } catch (MessagingException | RuntimeException away) {
                return false;
            }
        }
        return false;
    }

    /** Mails that were set aside and whose time has come, or that an operator wants to be tried. */
    private void tryAgain() throws MessagingException {
        var all = unreadable.ofChannel(channel, email.mailbox().imap().unreadableRetryEvery());
        setAside = all.size();
        for (var mail : all) {
            if (mail.due() && !stopping.getAsBoolean()) {
                tryAgain(mail.uid());
                setAside--;
            }
        }
    }

    private void tryAgain(long uid) throws MessagingException {
        var message = mailbox.at(uid);
        if (message == null) {
            unreadable.forget(channel, uid);
            return;
        }
        try {
            var mail = mailbox.fetch(message, email.mailbox().maxSize().asLongValue());
            var identity = handover.handOver(mail);
            if (unreadable.recovered(channel, holder, uid, identity.key(), identity.hash())) {
                LOG.infof("%s: the mail with UID %d, once set aside, is taken", channel, uid);
                mailbox.markTaken(mail);
            }
        } catch (FetchFailedException failure) {
            unreadable.failed(channel, uid, failure.reason());
            throw new StuckMailException(failure);
        }
    }
}
