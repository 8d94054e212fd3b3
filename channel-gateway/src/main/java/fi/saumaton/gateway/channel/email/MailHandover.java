/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;

import org.jboss.logging.Logger;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Text;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.email.ImapMailbox.Fetched;
import fi.saumaton.gateway.channel.email.MailboxService.Seen;
import fi.saumaton.gateway.ingress.Ingress;

/** Hands a fetched mail over to {@code ingress}, unless it was taken before. */
final class MailHandover {
    private static final Logger LOG = Logger.getLogger(MailHandover.class);

    private final EmailChannel email;
    private final MailboxService mailboxes;
    private final Ingress ingress;
    private final Clock clock;

    MailHandover(EmailChannel email, MailboxService mailboxes, Ingress ingress, Clock clock) {
        this.email = email;
        this.mailboxes = mailboxes;
        this.ingress = ingress;
        this.clock = clock;
    }

    /**
     * What a mail is known by; one that cannot be understood is known by its bytes.
     *
     * @param key its Message-ID, or its hash where it has none; fit for an index
     * @param sender the author's address, "" when nobody can be made out
     */
    record Identity(String key, String hash, String sender) {}

    /** Returns once the mail is durable in {@code ingress}. */
    Identity handOver(Fetched mail) {
        var identity = identity(email.parser(), mail.raw());
        var seen = mailboxes.seen(email.name(), identity.key(), identity.hash());
        if (seen != Seen.TAKEN) {
            append(mail, identity, seen);
        }
        return identity;
    }

    /** Never fails: what the parser stumbles over goes to the dead letters, it does not hold up the mailbox. */
    static Identity identity(MailParser parser, byte[] raw) {
        try {
            var parsed = parser.parse(raw);
            var key = parsed.messageId() == null ? "sha256:" + parsed.contentHash() : parsed.messageId();
            var sender = parsed.from().map(ParsedMail.Address::address).orElse("");
            return new Identity(Text.key(key), parsed.contentHash(), Text.key(sender));
        } catch (UnreadableInboundException noMail) {
            return byBytes(raw);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.errorf("The parser failed at a mail: %s", defect.getClass().getSimpleName());
            return byBytes(raw);
        }
    }

    private static Identity byBytes(byte[] raw) {
        var hash = MessageIds.contentHash(new String(raw, StandardCharsets.ISO_8859_1));
        return new Identity("sha256:" + hash, hash, "");
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
        var raw = new RawInbound(email.name(), clock.instant(), "message/rfc822", attributes, mail.raw());
        Waiting.on(() -> ingress.append(raw, identity.sender()));
    }
}
