/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeadlinesTest {
    private static Deadlines of(String made, String until) {
        return Deadlines.of(
                Instant.parse(made), Instant.parse(until), Duration.ofHours(4), Duration.ofHours(4), Promised.OFFICE);
    }

    @Test
    void somebodyHearsOfItWhileThereIsSomebodyToHear() {
        // Monday 09:00 in Helsinki: three of the four hours before it are Friday's.
        Deadlines monday = of("2026-11-20T07:00:00Z", "2026-11-23T07:00:00Z");
        assertEquals(Instant.parse("2026-11-20T11:00:00Z"), monday.dueSoonAt());
        assertEquals(Instant.parse("2026-11-20T13:40:00Z"), monday.tellAt());
        assertEquals(Instant.parse("2026-11-23T11:00:00Z"), monday.breakAt());
    }

    @Test
    void aPromiseForSoonIsDueSoonWhenAQuarterOfItsTimeIsLeft() {
        Deadlines soon = of("2026-11-20T07:00:00Z", "2026-11-20T09:00:00Z");
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), soon.dueSoonAt());
        assertEquals(Instant.parse("2026-11-20T08:50:00Z"), soon.tellAt());
    }

    @Test
    void aYearAheadIsADayLikeAnyOther() {
        Deadlines far = of("2026-11-20T07:00:00Z", "2027-11-22T10:00:00Z");
        assertEquals(Instant.parse("2027-11-22T06:00:00Z"), far.dueSoonAt());
    }

    @Test
    void theirOrderHoldsWhateverTheTimes() {
        Random random = new Random(5);
        for (int n = 0; n < 5_000; n++) {
            Instant made = Promised.MADE.plusSeconds(random.nextInt(40_000_000));
            Instant until = made.plusSeconds(1 + random.nextInt(random.nextBoolean() ? 5_000 : 50_000_000));
            Deadlines found = Deadlines.of(made, until, Duration.ofHours(4), Duration.ofHours(4), Promised.OFFICE);
            String times = made + " " + until + " " + found;
            assertTrue(!found.dueSoonAt().isBefore(made), times);
            assertTrue(found.dueSoonAt().isBefore(until), times);
            assertTrue(!found.tellAt().isBefore(found.dueSoonAt()), times);
            assertTrue(!found.tellAt().isAfter(until), times);
            assertTrue(found.breakAt().isAfter(until), times);
        }
    }
}
