/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class VisitorLimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final UUID VISITOR = UUID.randomUUID();

    /** Three at once, two per second, two visitors known. */
    private final VisitorLimits limits = new VisitorLimits(new Settings());

    private record Settings() implements VisitorConfig, VisitorConfig.Rate {
        @Override
        public Optional<String> tokenSecret() {
            return Optional.empty();
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
            return this;
        }

        @Override
        public int burst() {
            return 3;
        }

        @Override
        public int perSecond() {
            return 2;
        }

        @Override
        public int visitors() {
            return 2;
        }
    }

    private void burst(long now) {
        for (int i = 0; i < 3; i++) {
            limits.take(VISITOR, now);
        }
    }

    @Test
    void aBurstPassesAndTheNextMessageHasToWait() {
        burst(0);
        var problem = assertThrows(Problem.class, () -> limits.take(VISITOR, 0));
        assertEquals(429, problem.type().status());
        assertEquals("1", problem.headers().get("Retry-After"));
    }

    @Test
    void theAllowanceComesBackWithTime() {
        burst(0);
        limits.take(VISITOR, SECOND / 2);
        assertThrows(Problem.class, () -> limits.take(VISITOR, SECOND / 2));
        burst(10 * SECOND);
        assertThrows(Problem.class, () -> limits.take(VISITOR, 10 * SECOND));
    }

    @Test
    void visitorsDoNotUseUpEachOthersAllowance() {
        burst(0);
        assertDoesNotThrow(() -> limits.take(UUID.randomUUID(), 0));
    }

    @Test
    void theClockMayBeNegativeAndPassZero() {
        burst(-SECOND);
        limits.take(VISITOR, 0);
        limits.take(VISITOR, 0);
        assertThrows(Problem.class, () -> limits.take(VISITOR, 0));
    }
}
