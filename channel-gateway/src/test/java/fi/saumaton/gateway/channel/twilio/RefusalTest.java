/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.twilio.Refusal.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class RefusalTest {
    @Test
    void whatIsWrongWithTheRecipientStaysWrong() {
        assertEquals(new Refusal(Kind.FINAL, 21211, "The number is not valid"), Refusal.of(400, 21211));
        assertEquals(Kind.FINAL, Refusal.of(400, 21610).kind());
        assertEquals(Kind.FINAL, Refusal.of(400, 21408).kind());
        assertEquals(Kind.FINAL, Refusal.of(404, 20404).kind());
        assertEquals(new Refusal(Kind.FINAL, 99999, "Twilio answered 99999"), Refusal.of(400, 99999));
    }

    @Test
    void whatIsWrongWithTheAccountWaits() {
        assertEquals(Kind.ACCOUNT, Refusal.of(401, 20003).kind());
        assertEquals(Kind.BUSY, Refusal.of(429, 20429).kind());
        assertEquals(Kind.BUSY, Refusal.of(429, 0).kind());
        assertEquals(Kind.BUSY, Refusal.of(400, 21611).kind());
    }

    @Test
    void anIllTwilioMayHaveTakenIt() {
        assertEquals(Kind.AWAY, Refusal.of(503, 0).kind());
        assertEquals(Kind.UNSURE, Refusal.of(500, 0).kind());
        assertEquals(Kind.UNSURE, Refusal.of(504, 0).kind());
        assertEquals("Twilio answered 500", Refusal.of(500, 0).reason());
    }

    @Test
    void reportsNameTheReason() {
        assertEquals("The number is unknown or no longer in use", Refusal.reason("30005"));
        assertEquals("Twilio's error 39999", Refusal.reason("39999"));
        assertEquals("Twilio's error x", Refusal.reason("x"));
        assertNull(Refusal.reason((String) null));
    }
}
