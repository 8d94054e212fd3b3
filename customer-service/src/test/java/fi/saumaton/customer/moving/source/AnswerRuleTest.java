/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnswerRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static SourceTrouble trouble(int status, String retryAfter) {
        return AnswerRule.trouble(status, retryAfter, Optional.empty(), NOW);
    }

    @Test
    void aSystemThatAsksToWaitIsWaitedFor() {
        assertEquals(Duration.ofSeconds(42), trouble(429, "42").retryAfter());
        assertEquals(
                Duration.ofMinutes(2),
                trouble(429, "Sun, 22 Nov 2026 12:02:00 GMT").retryAfter());
        assertEquals(
                Duration.ZERO, trouble(503, "Sun, 22 Nov 2026 11:00:00 GMT").retryAfter());
        assertEquals(Duration.ofSeconds(10), trouble(429, null).retryAfter());
        assertEquals(Duration.ofSeconds(10), trouble(429, "soon").retryAfter());
        assertEquals(Duration.ofDays(1), trouble(429, "999999999").retryAfter());
    }

    @Test
    void salesforcesDailyLimitIsALimitThoughItSaysForbidden() {
        var body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("errorCode", "REQUEST_LIMIT_EXCEEDED");

        assertEquals(
                Duration.ofHours(1),
                AnswerRule.trouble(403, null, Optional.of(body), NOW).retryAfter());
        assertFalse(trouble(403, null).passes());
    }

    @Test
    void whatPassesIsTriedAgainAndWhatDoesNotIsSaid() {
        assertTrue(trouble(502, null).passes());
        assertNull(trouble(502, null).retryAfter());
        assertFalse(trouble(401, null).passes());
        assertTrue(trouble(401, null).getMessage().contains("credentials"));
        assertFalse(trouble(404, null).passes());
        assertFalse(trouble(422, null).passes());
    }
}
