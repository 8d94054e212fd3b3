/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.email.EmailConfig.Mailbox;
import fi.saumaton.gateway.channel.email.ParsedMail.Address;
import fi.saumaton.kit.id.Reference;

/** One mailbox as a channel. */
final class EmailChannel implements Channel {
    private static final int LONGEST_TEXT = 1_000_000;

    /** Attribute of a raw record: bytes of a mail of which, too large, only the header came along. */
    static final String OVERSIZED = "mailoversized";
    /** Attribute of a raw record: another mail has come under the same Message-ID; this is its content's hash. */
    static final String TWIN = "mailtwin";

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Za-z-]{10,12})]");

    private final String name;
    private final Mailbox mailbox;
    private final MailParser parser;
    private final ReplyComposer composer;
    private final SmtpSender sender;
    private final Counter complaints;

    EmailChannel(String name, Mailbox mailbox, SmtpSender sender, Counter complaints) {
        this.name = name;
        this.mailbox = mailbox;
        this.parser = new MailParser(
                new SenderProof(mailbox.trustedAuthservId().orElse(""), mailbox.trustedHops()), ownAddresses(mailbox));
        this.composer = new ReplyComposer(mailbox.address(), mailbox.displayName(), mailbox.plusAddressing());
        this.sender = sender;
        this.complaints = complaints;
    }

    private static Set<String> ownAddresses(Mailbox mailbox) {
        var own = new HashSet<String>();
        Stream.concat(Stream.of(mailbox.address()), mailbox.aliases().stream().flatMap(Set::stream))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .forEach(own::add);
        return own;
    }

    @Override
    public String name() {
        return name;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    MailParser parser() {
        return parser;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID)
                .startsConversations()
                .build();
    }

    @Override
    public String outgoingId(UUID messageId) {
        return composer.messageId(messageId);
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return sender.send(composer.compose(message));
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var mail = parser.parse(raw.body());
        if (mail.report()
                .filter(report -> report.kind() == DeliveryReport.Kind.COMPLAINT)
                .isPresent()) {
            complaints.increment();
            return Parsed.nothing();
        }
        var report = mail.report().filter(it -> !it.originals().isEmpty());
        return report.map(it -> receipts(it, raw.receivedAt())).orElseGet(() -> Parsed.message(inbound(mail, raw)));
    }

    /** A report that names a mail of ours is news of that mail and never a conversation. */
    private Parsed receipts(DeliveryReport report, Instant at) {
        var status = switch (report.kind()) {
            case FAILED -> Receipt.Status.FAILED;
            case DELIVERED -> Receipt.Status.DELIVERED;
            case READ -> Receipt.Status.READ;
            case COMPLAINT, DELAYED, EXPANDED, RELAYED -> null;
        };
        var reason = status == Receipt.Status.FAILED ? report.reason() : null;
        var receipts = report.originals().stream()
                .map(original -> new Receipt(name, original, status, reason, at))
                .toList();
        return status == null ? Parsed.nothing() : new Parsed(List.of(), receipts);
    }

    private Inbound inbound(ParsedMail mail, RawInbound raw) {
        var handles = handles(mail);
        var subject = mail.subject();
        return new Inbound(
                name,
                providerId(mail, raw.attributes().get(TWIN)),
                handles.getFirst(),
                new Sender(handles, mail.from().map(Address::name).orElse(null)),
                SubjectLine.normalised(subject),
                answers(mail),
                reference(mail).orElse(null),
                subject,
                null,
                text(mail, raw.attributes().get(OVERSIZED)),
                mail.fullText().equals(mail.text()) ? null : mail.fullText(),
                mail.html(),
                mail.attachments().stream()
                        .map(file -> new InboundAttachment(file.name(), file.mediaType(), file.content()))
                        .toList(),
                mail.automatic().isPresent(),
                occurredAt(mail, raw.receivedAt()));
    }

    /**
     * The one answers go to first. Who has answers go elsewhere proves nothing: their thread is found by an address that
     * anyone may name, and a proof of another address would stand in the conversation of whomever they named. A no-reply
     * sender with a Reply-To is a form that many people write through: its address is nobody's handle.
     */
    private static List<Handle> handles(ParsedMail mail) {
        var author = mail.from().orElseGet(() -> mail.replyTo().orElse(new Address("unknown@invalid", null)));
        var answersTo = mail.replyTo().map(Address::address).orElse(author.address());
        if (answersTo.equals(author.address())) {
            return List.of(
                    mail.fromProven()
                            ? Handle.proven("email", author.address(), "dmarc-pass")
                            : Handle.claimed("email", author.address()));
        }
        var other = Handle.claimed("email", answersTo);
        return AutomaticMail.isNoReply(author.address())
                ? List.of(other)
                : List.of(other, Handle.claimed("email", author.address()));
    }

    private static String providerId(ParsedMail mail, String twin) {
        if (mail.messageId() == null) {
            return "sha256:" + mail.contentHash();
        }
        return twin == null ? mail.messageId() : mail.messageId() + "#" + twin;
    }

    /** Nearest first: In-Reply-To, then References from the last one back. */
    private static List<String> answers(ParsedMail mail) {
        var answers = new ArrayList<>(mail.inReplyTo());
        answers.addAll(mail.references().reversed());
        return answers.stream().distinct().limit(50).toList();
    }

    /** Our reference: in the address that was written to, in the subject, or in what is quoted of our signature. */
    private Optional<String> reference(ParsedMail mail) {
        var local = mailbox.address()
                .substring(0, mailbox.address().indexOf('@') + 1)
                .replace("@", "+");
        var byAddress = mail.recipients().stream()
                .filter(recipient -> recipient.startsWith(local.toLowerCase(Locale.ROOT)))
                .map(recipient -> recipient.substring(local.length(), recipient.indexOf('@')));
        var inText = Stream.of(Optional.ofNullable(mail.subject()).orElse(""), mail.fullText())
                .flatMap(text -> BRACKETED.matcher(text).results().map(match -> match.group(1)));
        return Stream.concat(byAddress, inText)
                .map(Reference::normalise)
                .filter(reference -> reference != null)
                .findFirst();
    }

    private String text(ParsedMail mail, String oversized) {
        if (oversized == null) {
            return mail.text();
        }
        return "This mail is too large to be taken in (%s bytes, the limit is %d). It waits in the mailbox %s, flagged."
                .formatted(oversized, mailbox.maxSize().asLongValue(), mailbox.address());
    }

    /** The writer's clock, unless it is ahead of ours. */
    private static Instant occurredAt(ParsedMail mail, Instant receivedAt) {
        var sentAt = mail.sentAt();
        return sentAt == null || sentAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE)) ? receivedAt : sentAt;
    }
}
