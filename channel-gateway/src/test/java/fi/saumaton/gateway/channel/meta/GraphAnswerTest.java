/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class GraphAnswerTest {
    private static DeliveryOutcome outcome(int status, String body) {
        try {
            var mapper = new ObjectMapper();
            var json = body.isEmpty() ? mapper.missingNode() : mapper.readTree(body);
            return new GraphAnswer(status, json, null).outcome("/message_id", MessagingErrors::rule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAcceptedMessageHasAnId() {
        assertEquals(new DeliveryOutcome.Sent("m.1"), outcome(200, "{\"message_id\":\"m.1\"}"));
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(200, "{}"));
    }

    @Test
    void theCodeDecidesNotTheStatus() {
        var limited =
                "{\"error\":{\"message\":\"(#613) Calls to this api have exceeded the rate limit\",\"code\":613}}";
        assertInstanceOf(DeliveryOutcome.TemporaryFailure.class, outcome(400, limited));
        var refused =
                "{\"error\":{\"message\":\"(#100) No matching user found\",\"code\":100,\"error_subcode\":2018001}}";
        var failure = assertInstanceOf(DeliveryOutcome.FinalFailure.class, outcome(500, refused));
        assertEquals("100.2018001", failure.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aServerThatBrokeDownMayHaveSentIt(int status) {
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(status, ""));
    }

    @Test
    void withoutACodeTheStatusDecides() {
        assertInstanceOf(DeliveryOutcome.TemporaryFailure.class, outcome(429, ""));
        assertInstanceOf(DeliveryOutcome.TemporaryFailure.class, outcome(503, ""));
        assertInstanceOf(DeliveryOutcome.FinalFailure.class, outcome(404, ""));
    }
}
