/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class VisitorTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Visitor MIKKO = new Visitor(
            UUID.randomUUID(),
            "webchat:shop",
            List.of(Handle.proven("shop-customer", "4711", "shop-token")),
            "Mikko",
            NOW.plusSeconds(60));

    private static VisitorTokens tokens(String secret, Instant now) {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        return new VisitorTokens(new Settings(secret), mapper, Clock.fixed(now, ZoneOffset.UTC));
    }

    private record Settings(String secret) implements VisitorConfig {
        @Override
        public Optional<String> tokenSecret() {
            return Optional.of(secret);
        }

        @Override
        public Duration tokenLife() {
            return Duration.ofHours(1);
        }

        @Override
        public String countryCode() {
            return "+358";
        }

        @Override
        public Rate rate() {
            return null;
        }
    }

    private final VisitorTokens tokens = tokens(TestSettings.VISITOR_SECRET, NOW);

    private static String reason(VisitorTokens tokens, String token) {
        var problem = assertThrows(Problem.class, () -> tokens.verify(token));
        assertEquals(401, problem.type().status());
        return (String) problem.parameters().get("reason");
    }

    @Test
    void theTokenCarriesTheVisitor() {
        assertEquals(MIKKO, tokens.verify(tokens.issue(MIKKO)));
        assertEquals(MIKKO, tokens.verifyHeader("bearer  " + tokens.issue(MIKKO)));
    }

    @Test
    void noBitOfItCanBeChanged() {
        var token = tokens.issue(MIKKO);
        for (int i = 3; i < token.length(); i += 7) {
            var changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertEquals("invalid", reason(tokens, changed), "at " + i);
        }
    }

    @Test
    void onlyTheOwnSecretCounts() {
        var other = tokens("b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlci1zZWNyZXQ=", NOW);
        assertEquals("invalid", reason(other, tokens.issue(MIKKO)));
    }

    @Test
    void itEnds() {
        var token = tokens.issue(MIKKO);
        assertEquals(
                MIKKO, tokens(TestSettings.VISITOR_SECRET, NOW.plusSeconds(59)).verify(token));
        assertEquals("expired", reason(tokens(TestSettings.VISITOR_SECRET, NOW.plusSeconds(60)), token));
    }

    @Test
    void rubbishIsRefused() {
        for (var rubbish : List.of("", "v1.", "v1..", "v1.a.b", "v2.a.b", "x".repeat(5000))) {
            assertEquals("invalid", reason(tokens, rubbish));
        }
        assertEquals("invalid", reason(tokens, null));
        assertThrows(Problem.class, () -> tokens.verifyHeader("Basic abc"));
        assertThrows(Problem.class, () -> tokens.verifyHeader(null));
    }

    @Test
    void aShortSecretIsNone() {
        assertThrows(IllegalArgumentException.class, () -> tokens("c2hvcnQ=", NOW));
    }
}
