/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WaitingTest {

    @Test
    void percentilesAreTimesThatCustomersDidWait() {
        List<Duration> times =
                LongStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList();

        assertEquals(new Waiting(10, 5.5, 5.0, 9.0, 10.0), Waiting.of(times));
    }

    @Test
    void cutsToMillisecondsAndRoundsTheMean() {
        List<Duration> times = List.of(Duration.ofNanos(1_999_999), Duration.ofMillis(2), Duration.ofMillis(2));

        assertEquals(new Waiting(3, 0.002, 0.002, 0.002, 0.002), Waiting.of(times));
    }

    @Test
    void ofNoContactThereIsNoTime() {
        assertEquals(new Waiting(0, null, null, null, null), Waiting.of(List.of()));
    }
}
