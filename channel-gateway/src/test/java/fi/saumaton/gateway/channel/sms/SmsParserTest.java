/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.twilio.Form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SmsParserTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String OURS = "0199c0de-0001-7000-8000-000000000001";

    private final SmsParser parser = new SmsParser("sms:main", Set.of("LOPETA"));

    @Test
    void understandsAText() {
        var parsed = parser.parse(
                Form.parse(
                        "MessageSid=SM1&From=%2B358401234567&To=%2B358450000000&Body=Hyv%C3%A4%C3%A4+p%C3%A4iv%C3%A4%C3%A4&NumMedia=0"),
                null,
                AT);
        var message = parsed.messages().getFirst();
        assertEquals("SM1", message.providerMessageId());
        assertEquals(Handle.proven("phone", "+358401234567", "channel"), message.from());
        assertEquals("Hyvää päivää", message.text());
        assertEquals("", message.threadKey());
        assertEquals(MessageKind.TEXT, message.kind());
        assertTrue(message.awaitsReply());
        assertEquals(List.of(), parsed.receipts());
    }

    @Test
    void takesPicturesByReference() {
        var message = parser.parse(
                        Form.parse(
                                "MessageSid=MM1&From=%2B358401234567&NumMedia=2&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2FMedia%2FME1"
                                        + "&MediaContentType0=image%2Fjpeg&MediaUrl1=https%3A%2F%2Fapi.twilio.com%2FMedia%2FME2"),
                        null,
                        AT)
                .messages()
                .getFirst();
        assertEquals(MessageKind.MEDIA, message.kind());
        assertEquals("", message.text());
        assertEquals(2, message.attachments().size());
        var first = message.attachments().getFirst();
        assertEquals("image/jpeg", first.mediaType());
        assertEquals("https://api.twilio.com/Media/ME1", first.ref().url());
        assertEquals("ME2", message.attachments().getLast().name());
        assertEquals("application/octet-stream", message.attachments().getLast().mediaType());
    }

    @Test
    void companiesAndShortNumbersCannotBeAnswered() {
        var message = parser.parse(Form.parse("MessageSid=SM2&From=POSTI&Body=Paketti"), null, AT)
                .messages()
                .getFirst();
        assertEquals(Handle.claimed("sms-sender", "POSTI"), message.from());
    }

    @ParameterizedTest
    @CsvSource({
        "sent,SENT",
        "delivered,DELIVERED",
        "read,READ",
        "undelivered,FAILED",
        "failed,FAILED",
        "canceled,FAILED"
    })
    void reportsComeUnderOurIdWhereTheyNameIt(String status, Receipt.Status expected) {
        var form = Form.parse("MessageSid=SM3&MessageStatus=" + status + "&To=%2B358401234567&From=%2B358450000000");
        var parsed = parser.parse(form, OURS, AT);
        assertEquals(List.of(), parsed.messages());
        assertEquals(1, parsed.receipts().size());
        assertEquals(OURS, parsed.receipts().getFirst().providerMessageId());
        assertEquals(expected, parsed.receipts().getFirst().status());
        assertEquals("SM3", parser.parse(form, null, AT).receipts().getFirst().providerMessageId());
    }

    @ParameterizedTest
    @CsvSource({"queued", "sending", "accepted", "scheduled"})
    void whatWaitsIsNoNews(String status) {
        assertEquals(
                List.of(),
                parser.parse(Form.parse("MessageSid=SM3&MessageStatus=" + status), OURS, AT)
                        .receipts());
    }

    @Test
    void failuresNameTheirReason() {
        var receipt = parser.parse(
                        Form.parse("MessageSid=SM3&MessageStatus=undelivered&ErrorCode=30005&To=%2B358401234567"),
                        null,
                        AT)
                .receipts()
                .getFirst();
        assertEquals("30005", receipt.code());
        assertEquals("The number is unknown or no longer in use", receipt.reason());
    }

    @Test
    void whatIsNoMessageIsKeptAsItCame() {
        var parsed = parser.parse(Form.parse("EventType=NEW_THING&AccountSid=AC1"), null, AT);
        assertEquals(
                "EventType=NEW_THING&AccountSid=AC1",
                parsed.unsupported().getFirst().raw());
    }

    @Test
    void whatsAppHasPlacesButtonsAndNames() {
        var place = parser.parse(
                        Form.parse(
                                "MessageSid=SM4&From=whatsapp%3A%2B358401234567&ProfileName=Mikko&Latitude=60.17&Longitude=24.94"
                                        + "&Address=Mannerheimintie"),
                        null,
                        AT)
                .messages()
                .getFirst();
        assertEquals(Handle.proven("phone", "+358401234567", "channel"), place.from());
        assertEquals("Mikko", place.sender().displayName());
        assertEquals(MessageKind.LOCATION, place.kind());
        assertEquals("Mannerheimintie (60.17, 24.94)", place.text());

        var button = parser.parse(
                        Form.parse("MessageSid=SM5&From=whatsapp%3A%2B358401234567&ButtonText=Yes&ButtonPayload=yes"
                                + "&OriginalRepliedMessageSid=SM3"),
                        null,
                        AT)
                .messages()
                .getFirst();
        assertEquals(MessageKind.CHOICE, button.kind());
        assertEquals("Yes", button.text());
        assertEquals(List.of("SM3"), button.answers());
    }

    @ParameterizedTest
    @CsvSource({
        "OptOutType=STOP&Body=Stop, STOP",
        "OptOutType=START&Body=Start, START",
        "OptOutType=HELP&Body=Help, NOTHING",
        "Body=stop, STOP",
        "Body=+Lopeta+, STOP",
        "Body=unstop, START",
        "Body=Stop+the+delivery+please, NOTHING",
        "MessageStatus=delivered&Body=STOP, NOTHING"
    })
    void hearsWhoWantsNoMore(String form, OptOut expected) {
        assertEquals(expected, parser.optOut(Form.parse("MessageSid=SM6&From=%2B358401234567&" + form)));
    }

    @Test
    void nobodyHasToAnswerAStop() {
        var message = parser.parse(Form.parse("MessageSid=SM7&From=%2B358401234567&Body=STOP"), null, AT)
                .messages()
                .getFirst();
        assertFalse(message.awaitsReply());
        assertEquals("STOP", message.text());
    }

    @Test
    void theCustomerOfAReportIsWhomWeWroteTo() {
        var form = Form.parse("MessageSid=SM3&MessageStatus=sent&To=%2B358401234567&From=%2B358450000000");
        assertEquals("+358401234567", SmsParser.customer(form).value());
        assertNull(form.get("Body"));
    }
}
