/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmailChannelTest {
    private static final Instant NOW = Instant.parse("2026-11-13T09:30:00Z");
    private static final String STAMP =
            "Authentication-Results: mx.saumaton.test; dmarc=pass header.from=example.test\n";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final EmailChannel channel = new EmailChannel(
            "email:support", mailbox(Map.of("plus-addressing", "true")), null, metrics.counter("mail.complaints"));

    private static EmailConfig.Mailbox mailbox(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "address", "Support@saumaton.test",
                "aliases", "info@saumaton.test",
                "trusted-authserv-id", "mx.saumaton.test",
                "imap.host", "localhost",
                "imap.user", "support",
                "imap.password", "secret",
                "smtp.host", "localhost"));
        settings.putAll(more);
        var properties = new HashMap<String, String>();
        settings.forEach((key, value) -> properties.put("saumaton.channel.email.support." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(EmailConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(EmailConfig.class)
                .mailboxes()
                .get("support");
    }

    private Parsed parse(String mail, Map<String, String> attributes) {
        var body = mail.getBytes(StandardCharsets.UTF_8);
        return channel.parse(new RawInbound("email:support", NOW, "message/rfc822", attributes, body));
    }

    private Inbound inbound(String mail) {
        return parse(mail, Map.of()).messages().getFirst();
    }

    @Test
    void aMailIsAMessage() {
        var message = inbound(
                Mails.mikko(STAMP + "In-Reply-To: <b@x>\nReferences: <a@x> <b@x> <c@x>\n", "Hei\n\n-- \nMikko"));

        assertEquals("email:support", message.channel());
        assertEquals("<m1@example.test>", message.providerMessageId());
        assertEquals(Handle.proven("email", "mikko@example.test", "dmarc-pass"), message.from());
        assertEquals(List.of(message.from()), message.sender().handles());
        assertEquals("Mikko", message.sender().displayName());
        assertEquals("chainsaw", message.threadKey());
        assertEquals("Chainsaw", message.subject());
        assertEquals(List.of("<b@x>", "<c@x>", "<a@x>"), message.answers());
        assertEquals("Hei", message.text());
        assertEquals("Hei\n\n-- \nMikko", message.fullText());
        assertEquals(Instant.parse("2026-11-13T09:00:00Z"), message.occurredAt());
        assertNull(message.reference());
    }

    @Test
    void theSameBytesAlwaysGiveTheSameMessage() {
        var mail = "From: mikko@example.test\nSubject: no id\n\nHei";

        assertEquals(inbound(mail), inbound(mail));
        assertTrue(inbound(mail).providerMessageId().startsWith("sha256:"));
    }

    @Test
    void aClockThatIsAheadIsNotBelieved() {
        assertEquals(
                NOW,
                inbound("From: a@x.test\nDate: Fri, 13 Nov 2099 11:00:00 +0200\n\nHei")
                        .occurredAt());
    }

    @Test
    void whoHasAnswersGoElsewhereProvesNothing() {
        var message = inbound(STAMP + "From: mikko@example.test\nReply-To: Home <home@other.test>\n\nHei");

        assertEquals(Handle.claimed("email", "home@other.test"), message.from());
        assertEquals(
                List.of(Handle.claimed("email", "home@other.test"), Handle.claimed("email", "mikko@example.test")),
                message.sender().handles());
    }

    @Test
    void theFormThroughWhichManyWriteIsNobodysHandle() {
        var message = inbound(STAMP + "From: no-reply@example.test\nReply-To: mikko@other.test\n\nHei");

        assertEquals(
                List.of(Handle.claimed("email", "mikko@other.test")),
                message.sender().handles());
    }

    @Test
    void ourReferenceIsFoundInAddressSubjectAndQuotedSignature() {
        var reference = fi.saumaton.kit.id.Reference.next();

        assertEquals(
                reference,
                inbound("From: a@x.test\nTo: support+" + reference.toLowerCase(java.util.Locale.ROOT)
                                + "@saumaton.test\n\nHei")
                        .reference());
        assertEquals(
                reference,
                inbound("From: a@x.test\nSubject: VS: Saha [" + reference + "]\n\nHei")
                        .reference());
        assertEquals(
                reference,
                inbound("From: a@x.test\n\nHei\n\n> -- \n> Jenni\n> [" + reference + "]")
                        .reference());
        assertNull(inbound("From: a@x.test\nSubject: [ABCDE-12345] [#CASE-1042]\n\nHei")
                .reference());
    }

    @Test
    void mailFromOurOwnAddressesIsAutomatic() {
        assertTrue(inbound("From: info@saumaton.test\n\nHei").automatic());
        assertTrue(inbound("From: support@SAUMATON.test\n\nHei").automatic());
    }

    @Test
    void aBounceIsNewsOfOurMail() {
        var id = UUID.randomUUID();
        var parsed = parse(
                DeliveryReportTest.bounce("failed", "5.1.1")
                        .replace("<0197-abc@saumaton.test>", channel.outgoingId(id)),
                Map.of());

        assertEquals(List.of(), parsed.messages());
        var receipt = parsed.receipts().getFirst();
        assertEquals(channel.outgoingId(id), receipt.providerMessageId());
        assertEquals(Receipt.Status.FAILED, receipt.status());
        assertTrue(receipt.reason().startsWith("550 5.1.1"), receipt.reason());
    }

    @Test
    void aDelayIsNoNewsAndADeliveryIs() {
        assertEquals(Parsed.nothing(), parse(DeliveryReportTest.bounce("delayed", "4.4.7"), Map.of()));
        assertEquals(
                Receipt.Status.DELIVERED,
                parse(DeliveryReportTest.bounce("delivered", "2.0.0"), Map.of())
                        .receipts()
                        .getFirst()
                        .status());
    }

    @Test
    void aReportThatNamesNoMailIsShownToAPerson() {
        var message = inbound(DeliveryReportTest.bounce("failed", "5.1.1")
                .replace("Message-ID: <0197-abc@saumaton.test>", "X-No: id"));

        assertTrue(message.automatic());
    }

    @Test
    void aComplaintIsCountedAndNothingElse() {
        var parsed = parse(
                "From: fbl@isp.test\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n",
                Map.of());

        assertEquals(Parsed.nothing(), parsed);
        assertEquals(1, metrics.counter("mail.complaints").count());
    }

    @Test
    void aTwinUnderTheSameIdHasItsOwnKeyAndAnOversizedMailSaysSo() {
        var twin = parse(Mails.mikko("", "toinen"), Map.of(EmailChannel.TWIN, "abcd"))
                .messages()
                .getFirst();
        var large = parse(Mails.mikko("", ""), Map.of(EmailChannel.OVERSIZED, "99000000"))
                .messages()
                .getFirst();

        assertEquals("<m1@example.test>#abcd", twin.providerMessageId());
        assertTrue(large.text().contains("99000000"), large.text());
        assertEquals("Chainsaw", large.subject());
    }
}
