/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BackoffTest {

    @Test
    void doublesFromATenthOfASecondToTenSeconds() {
        assertEquals(Duration.ofMillis(100), Backoff.after(1));
        assertEquals(Duration.ofMillis(200), Backoff.after(2));
        assertEquals(Duration.ofMillis(6_400), Backoff.after(7));
        assertEquals(Duration.ofSeconds(10), Backoff.after(8));
        assertEquals(Duration.ofSeconds(10), Backoff.after(100_000));
    }
}
