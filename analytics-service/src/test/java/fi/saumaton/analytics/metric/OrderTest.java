/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Late, repeated and reordered events give the same figures. */
class OrderTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shufflingAndRepeatingTheLogChangesNoFigure(long seed) {
        List<LoggedEvent> log = RandomLog.of(seed, START, 60);
        Interval interval = RandomLog.interval(seed, START);
        Summary expected = Recounts.of(log, interval);
        Random random = new Random(seed);
        List<LoggedEvent> mixed = new ArrayList<>(log);
        for (int i = 0; i < log.size() / 2; i++) {
            mixed.add(log.get(random.nextInt(log.size())));
        }
        Collections.shuffle(mixed, random);

        assertEquals(expected, Recounts.of(mixed, interval));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void everyContactAndOfferIsInExactlyOneState(long seed) {
        Summary figures = Recounts.of(
                RandomLog.of(seed, START, 200),
                new Interval(START.minusSeconds(60), START.plusSeconds(400_000), START.plusSeconds(150_000)));

        Summary.Contacts contacts = figures.contacts();
        assertTrue(contacts.total() > 150, () -> "Too few contacts to mean something: " + contacts);
        assertEquals(contacts.total(), contacts.answered() + contacts.waiting() + contacts.settledWithoutReply());
        assertEquals(contacts.total(), figures.waiting().all().count());
        assertEquals(
                contacts.total(),
                contacts.byChannel().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        Summary.Offers offers = figures.offers();
        assertEquals(
                offers.made(),
                offers.accepted() + offers.declined() + offers.timedOut() + offers.rescinded() + offers.pending());
        assertTrue(figures.issues().resolvedAtFirstContact() <= figures.issues().resolved());
    }
}
