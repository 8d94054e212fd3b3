/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WaitRuleTest {
    @Test
    void saysNothingFromTooLittle() {
        assertEquals(Optional.empty(), WaitRule.usual(List.of()));
        assertEquals(Optional.empty(), WaitRule.usual(seconds(10, 20, 30, 40)));
    }

    @Test
    void fourOutOfFiveWaitedNoLonger() {
        assertEquals(Optional.of(Duration.ofSeconds(40)), WaitRule.usual(seconds(900, 10, 20, 40, 30)));
        assertEquals(Optional.of(Duration.ofSeconds(8)), WaitRule.usual(seconds(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)));
    }

    private static List<Duration> seconds(int... waits) {
        return IntStream.of(waits).mapToObj(Duration::ofSeconds).toList();
    }
}
