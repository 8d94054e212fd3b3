/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.twilio.TwilioSamples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleMessagesTest {
    private final SmsParser parser = new SmsParser("sms:main", Set.of());

    @Test
    void messagesAreUnderstood() throws IOException {
        assertTrue(TwilioSamples.names("sms").size() >= 4);
        var text = parser.parse(TwilioSamples.form("sms_inbound"), null, Instant.EPOCH)
                .messages()
                .getFirst();
        assertEquals("Msg", text.text());
        assertEquals("+14133881111", text.from().value());
        assertEquals("SMe287d7109a5a925f182f0e07fe5b223b", text.providerMessageId());
        var pictures = parser.parse(TwilioSamples.form("mms_inbound"), null, Instant.EPOCH)
                .messages()
                .getFirst();
        assertEquals(MessageKind.MEDIA, pictures.kind());
        assertEquals(2, pictures.attachments().size());
    }

    @Test
    void reportsAreUnderstood() throws IOException {
        assertTrue(TwilioSamples.names("whatsapp").size() == 1);
        assertEquals(Receipt.Status.SENT, status("sms_status_sent"));
        assertEquals(Receipt.Status.DELIVERED, status("sms_status_delivered"));
        assertEquals(Receipt.Status.FAILED, status("sms_status_undelivered_shape"));
        assertEquals(Receipt.Status.DELIVERED, status("whatsapp_status_delivered"));
    }

    private Receipt.Status status(String sample) throws IOException {
        return parser.parse(TwilioSamples.form(sample), null, Instant.EPOCH)
                .receipts()
                .getFirst()
                .status();
    }
}
