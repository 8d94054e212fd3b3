/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;

import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.email.ParsedMail.Address;

/** Raw RFC 5322 bytes → {@link ParsedMail}. Pure; forgiving with everything except what is no mail at all. */
final class MailParser {
    private static final List<String> TELLING_FIELDS =
            List.of("From", "To", "Subject", "Date", "Message-ID", "Received", "Return-Path", "Content-Type");
    private static final Instant FIRST_MAIL = Instant.parse("1990-01-01T00:00:00Z");

    private final Session session;
    private final SenderProof proof;
    private final Set<String> ownAddresses;

    /** @param ownAddresses bare, lower case: mail from them is our own coming back */
    MailParser(SenderProof proof, Set<String> ownAddresses) {
        var settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", "false"); // keeps one char per byte: LenientText decides
        this.session = Session.getInstance(settings);
        this.proof = proof;
        this.ownAddresses = Set.copyOf(ownAddresses);
    }

    /** @throws UnreadableInboundException when it is no mail, or one without any sender that is no report either */
    ParsedMail parse(byte[] raw) {
        try {
            var message = new MimeMessage(session, new ByteArrayInputStream(withoutMboxLine(raw)));
            var headers = MailHeaders.of(message);
            if (TELLING_FIELDS.stream().allMatch(field -> headers.values(field).isEmpty())) {
                throw new UnreadableInboundException("no mail: none of the usual header fields");
            }
            return parse(headers, MailContent.of(message));
        } catch (MessagingException | IllegalArgumentException e) {
            throw new UnreadableInboundException("no mail that can be read", e);
        }
    }

    private ParsedMail parse(MailHeaders headers, MailContent content) {
        var from = author(headers);
        var replyTo = headers.addresses("Reply-To").stream().findFirst().or(() -> from);
        var fullText = content.text();
        var automatic = AutomaticMail.of(headers.all(), bare(from), bare(replyTo), ownAddresses);
        var report = content.report()
                .or(() -> isFromServer(headers, bare(from)) ? DeliveryReport.ofText(fullText) : Optional.empty());
        if (from.isEmpty() && report.isEmpty()) {
            throw new UnreadableInboundException("no sender in From, Sender, Reply-To or Return-Path");
        }
        var subject = SubjectLine.shown(headers.first("Subject"));
        return new ParsedMail(
                headers.ids("Message-ID").stream().findFirst().orElse(null),
                MessageIds.contentHash(
                        bare(from), subject, headers.first("Date"), squeezed(fullText), content.fingerprint()),
                from,
                replyTo,
                isProven(headers, from),
                recipients(headers),
                subject,
                sentAt(headers.first("Date")),
                headers.ids("In-Reply-To"),
                headers.ids("References"),
                QuotedText.fold(fullText),
                fullText,
                content.html(),
                content.attachments(),
                automatic.or(() -> report.map(any -> AutomaticMail.REPORT)),
                report);
    }

    /** The key that keeps one sender's mails in order; "" when nobody can be made out. Reads the header only. */
    static String senderKey(MailHeaders headers) {
        return bare(author(headers));
    }

    private static Optional<Address> author(MailHeaders headers) {
        return Stream.of("From", "Sender", "Reply-To", "Return-Path")
                .flatMap(field -> headers.addresses(field).stream())
                .findFirst();
    }

    private static String bare(Optional<Address> address) {
        return address.map(Address::address).orElse("");
    }

    /** Several authors (or several From fields, a known trick) prove nothing. */
    private boolean isProven(MailHeaders headers, Optional<Address> from) {
        return headers.values("From").size() == 1
                && headers.addresses("From").size() == 1
                && proof.proves(headers.all(), from.orElseThrow().domain());
    }

    /** Only a mail server's word can make a delivery fail: a person's auto-reply may quote our header as well. */
    private static boolean isFromServer(MailHeaders headers, String from) {
        return from.startsWith("mailer-daemon@")
                || from.startsWith("postmaster@")
                || headers.first("Return-Path").strip().equals("<>");
    }

    private static List<String> recipients(MailHeaders headers) {
        return Stream.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
                .flatMap(field -> headers.addresses(field).stream())
                .map(Address::address)
                .distinct()
                .toList();
    }

    private static Instant sentAt(String date) {
        try {
            var parsed = date.isBlank() ? null : new MailDateFormat().parse(LenientText.header(date));
            return parsed == null || parsed.toInstant().isBefore(FIRST_MAIL) ? null : parsed.toInstant();
        } catch (java.text.ParseException | RuntimeException unreadable) {
            return null;
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** "From someone@… Mon May 2 …" is the separator of a mailbox file, no header field. */
    private static byte[] withoutMboxLine(byte[] raw) {
        if (raw.length < 5 || raw[0] != 'F' || raw[1] != 'r' || raw[2] != 'o' || raw[3] != 'm' || raw[4] != ' ') {
            return raw;
        }
        int end = 0;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOfRange(raw, Math.min(end + 1, raw.length), raw.length);
    }
}
