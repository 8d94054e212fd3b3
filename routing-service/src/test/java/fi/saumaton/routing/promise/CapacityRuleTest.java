/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import fi.saumaton.routing.promise.CapacityRule.Offered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CapacityRuleTest {
    /** Friday, nine in the morning in Helsinki. */
    private static final Instant NOW = Promised.MADE;

    private static final Plan PLAN = new Plan("support", "sup", "Sami", 2, 15, 60, 3, Map.of(), 1);

    private static List<Offered> windows(Window... promised) {
        return CapacityRule.windows(PLAN, Promised.OFFICE, List.of(promised), NOW);
    }

    private static Window at(String from, String until) {
        return new Window(Instant.parse(from), Instant.parse(until));
    }

    @Test
    void theWindowsToComeAreThoseOfWorkingHours() {
        List<Offered> found = windows();
        assertEquals(
                Instant.parse("2026-11-20T08:00:00Z"), found.getFirst().window().from());
        assertEquals(
                Instant.parse("2026-11-23T14:00:00Z"), found.getLast().window().until());
        assertEquals(6 + 8, found.size());
        assertTrue(found.stream().allMatch(offered -> offered.capacity() == 8 && offered.free() == 8));
    }

    @Test
    void aPromiseTakesAPlaceInItsWindow() {
        List<Offered> found = windows(at("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"));
        assertEquals(7, found.getFirst().free());
        assertEquals(8, found.get(1).free());
    }

    @Test
    void aLongPromiseIsOneCallSomewhereInIt() {
        Window twoHours = at("2026-11-20T08:00:00Z", "2026-11-20T10:00:00Z");
        List<Offered> one = windows(twoHours);
        assertEquals(List.of(7, 7, 8), one.stream().limit(3).map(Offered::free).toList());
        List<Offered> two = windows(twoHours, twoHours);
        assertEquals(List.of(7, 7, 8), two.stream().limit(3).map(Offered::free).toList());
    }

    @Test
    void nobodyMeansNoPlace() {
        Plan nobody = new Plan("support", "sup", "Sami", 0, 15, 60, 3, Map.of(), 1);
        assertTrue(CapacityRule.windows(nobody, Promised.OFFICE, List.of(), NOW).stream()
                .allMatch(offered -> offered.free() == 0));
    }

    @Test
    void whoAlwaysPicksAFreeWindowNeverOverbooks() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Window> promised = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                List<Offered> free = CapacityRule.windows(PLAN, Promised.OFFICE, promised, NOW).stream()
                        .filter(offered -> offered.free() > 0)
                        .toList();
                if (!free.isEmpty()) {
                    promised.add(free.get(random.nextInt(free.size())).window());
                }
            }
            assertEquals(14 * 8, promised.size(), "every place is taken, and none twice; seed " + seed);
        }
    }
}
