/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.cti.CtiEvent.Direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class CtiParserTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ringing, in, 0, 'Call, ringing at 123', false",
        "ringing, out, 0, Calling at 123, false",
        "answered, in, 0, Answered at 123, false",
        "ended, in, 182, 'Call ended, 3 min 2 s', false",
        "ended, out, 0, 'Called, not reached', false",
        "ended, in, 0, Missed call, true"
    })
    void onlyAMissedCallAwaitsSomebody(String event, Direction direction, long talked, String text, boolean awaits) {
        var message = parse(new CtiEvent(event, "c1", direction, "+358401234567", "123", null, talked));
        assertEquals(text, message.text());
        assertEquals(awaits, message.awaitsReply());
        assertEquals(MessageKind.CALL, message.kind());
        assertEquals("c1", message.threadKey());
        assertEquals(Handle.proven("phone", "+358401234567", "channel"), message.from());
        assertEquals(AT, message.occurredAt());
    }

    @Test
    void eachTelephoneThatRingsIsAnEntryAndTheEndIsOne() {
        assertEquals("c1/ringing/123", parse(event("ringing", "123")).providerMessageId());
        assertEquals("c1/ringing/124", parse(event("ringing", "124")).providerMessageId());
        assertEquals("c1/ended", parse(event("ended", "124")).providerMessageId());
    }

    @Test
    void whatIsNotKnownIsKeptAsItCame() {
        var message = new CtiParser("cti:office")
                .parse(event("parked", "123"), "{\"event\":\"parked\"}", AT)
                .messages()
                .getFirst();
        assertEquals(MessageKind.UNSUPPORTED, message.kind());
        assertEquals("{\"event\":\"parked\"}", message.raw());
    }

    @Test
    void aHiddenNumberIsACallerAllTheSame() {
        var message = parse(new CtiEvent("ringing", "c1", Direction.in, null, "123", AT, null));
        assertEquals("caller", message.from().kind());
        assertFalse(message.from().proven());
    }

    private static CtiEvent event(String name, String telephone) {
        return new CtiEvent(name, "c1", Direction.in, "+358401234567", telephone, AT, null);
    }

    private static Inbound parse(CtiEvent event) {
        return new CtiParser("cti:office").parse(event, "{}", AT).messages().getFirst();
    }
}
