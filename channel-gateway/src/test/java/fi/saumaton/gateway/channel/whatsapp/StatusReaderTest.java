/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StatusReaderTest {
    private final WhatsAppParser parser = new WhatsAppParser(new ObjectMapper(), number -> Hooks.CHANNEL);

    private List<Receipt> receipts(String status, String more) {
        return parse(status, more).receipts();
    }

    private Parsed parse(String status, String more) {
        var json =
                "{\"id\":\"wamid.ours\",\"status\":\"%s\",\"timestamp\":\"1795341600\",\"recipient_id\":\"358401234567\"%s}"
                        .formatted(status, more);
        return parser.parse(Hooks.raw(Hooks.statuses(json)));
    }

    @ParameterizedTest
    @CsvSource({"sent,SENT", "delivered,DELIVERED", "read,READ", "played,READ"})
    void eachStatusIsAFactOfItsOwn(String status, Receipt.Status meant) {
        assertEquals(
                List.of(new Receipt(Hooks.CHANNEL, "wamid.ours", meant, null, null, Instant.ofEpochSecond(1795341600))),
                receipts(status, ""));
    }

    @ParameterizedTest
    @CsvSource({"deleted", "warning", "RINGING"})
    void whatSaysNothingOfTheWayIsKeptAsItCame(String status) {
        var parsed = parse(status, "");
        assertTrue(parsed.receipts().isEmpty());
        assertEquals("statuses", parsed.unsupported().getFirst().kind());
    }

    @Test
    void theTrackerFindsAMessageWhoseSendGotNoAnswer() {
        var tracked = ",\"biz_opaque_callback_data\":\"01993f00-0000-7000-8000-000000000001\"";
        assertEquals(
                "01993f00-0000-7000-8000-000000000001",
                receipts("sent", tracked).getFirst().providerMessageId());
        var foreign = ",\"biz_opaque_callback_data\":\"somebody else's\"";
        assertEquals("wamid.ours", receipts("sent", foreign).getFirst().providerMessageId());
    }

    @Test
    void aFailureHasReasonAndCode() {
        var failed = receipts(
                        "failed",
                        ",\"errors\":[{\"code\":131047,\"title\":\"Re-engagement message\",\"error_data\":{\"details\":\"…\"}}]")
                .getFirst();
        assertEquals(Receipt.Status.FAILED, failed.status());
        assertEquals("131047", failed.code());
        assertEquals(
                "More than 24 hours have passed since the customer's last message: send a template (131047)",
                failed.reason());
        assertEquals(
                "WhatsApp could not deliver it",
                receipts("failed", "").getFirst().reason());
    }
}
