/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.delivery.PauseRepository.Allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Rates TEN = new Rates(10, 3, Duration.ZERO);

    private static Allowance allowance(Duration ahead, int most) {
        return PauseRepository.allowance(NOW.plus(ahead), NOW, TEN, most);
    }

    @Test
    void afterAQuietTimeTheBurstMayGo() {
        assertEquals(new Allowance(3, Duration.ofMillis(100)), allowance(Duration.ofHours(-1), 16));
        assertEquals(new Allowance(2, null), allowance(Duration.ZERO, 2));
    }

    @Test
    void whatHasGoneIsTakenOff() {
        assertEquals(new Allowance(1, Duration.ofMillis(100)), allowance(Duration.ofMillis(200), 16));
    }

    @Test
    void whenNothingIsLeftTheWaitIsKnown() {
        assertEquals(new Allowance(0, Duration.ofMillis(100)), allowance(Duration.ofMillis(300), 16));
        assertEquals(new Allowance(0, Duration.ofMillis(50)), allowance(Duration.ofMillis(250), 16));
        assertEquals(new Allowance(0, Duration.ofMillis(800)), allowance(Duration.ofSeconds(1), 16));
    }
}
