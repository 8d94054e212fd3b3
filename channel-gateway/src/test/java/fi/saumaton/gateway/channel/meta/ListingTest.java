/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class ListingTest {
    /** UUIDv7 of 2026-11-22T10:00:00Z. */
    private static final UUID ID = new UUID((1795341600000L << 16) | 0x7000, 0x8000000000000000L);

    private static final Outbound MESSAGE = Outbound.text(
            ID,
            UUID.randomUUID(),
            "instagram:shop",
            "AB12",
            Handle.proven("instagram", "70001", "channel"),
            null,
            null,
            "Yes, we have it",
            "Jenni",
            "m.1",
            List.of("m.1", "m.2"),
            1);

    private static DeliveryOutcome outcome(String listed) {
        try {
            var body = new ObjectMapper().readTree("{\"data\":[{\"messages\":{\"data\":[" + listed + "]}}]}");
            return new Listing(MESSAGE).outcome(new GraphAnswer(200, body, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String listed(String id, String text, String from, String at) {
        return "{\"id\":\"%s\",\"message\":\"%s\",\"from\":{\"id\":\"%s\"},\"created_time\":\"%s\"}"
                .formatted(id, text, from, at);
    }

    @Test
    void theSameWordsSinceThenAreIt() {
        var right = listed("m.3", "Yes, we have it", "4001", "2026-11-22T10:00:02+0000");
        assertEquals(new DeliveryOutcome.Sent("m.3"), outcome(right));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.3|Yes|4001|2026-11-22T10:00:02+0000",
                "m.3|Yes, we have it|70001|2026-11-22T10:00:02+0000",
                "m.2|Yes, we have it|4001|2026-11-22T10:00:02+0000",
                "m.3|Yes, we have it|4001|2026-11-22T09:00:00+0000",
                "m.3|Yes, we have it|4001|yesterday"
            })
    void otherWordsTheCustomersOnesKnownOnesAndOlderOnesAreNot(String other) {
        var parts = other.split("\\|");
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(listed(parts[0], parts[1], parts[2], parts[3])));
    }

    @Test
    void whatIsNotListedProvesNothing() {
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(""));
        assertEquals(
                "/conversations?platform=instagram&user_id=70001&fields=messages.limit(20)%7Bid,message,from,created_time%7D",
                Listing.query(Platform.INSTAGRAM, MESSAGE));
    }
}
