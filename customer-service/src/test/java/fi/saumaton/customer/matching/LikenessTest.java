/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "mikko, mikko, 0",
        "mikko, miko, 1",
        "mikko, mikkko, 1",
        "mikko, mukko, 1",
        "mikko, mkiko, 1",
        "mikko, jenni, 5",
        "ca, abc, 3",
        "'', sami, 4",
    })
    void distanceCountsTypingErrors(String a, String b, int distance) {
        assertEquals(distance, Likeness.distance(a, b));
        assertEquals(distance, Likeness.distance(b, a));
    }

    /** The examples of Winkler's report. */
    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.961",
        "dwayne, duane, 0.840",
        "dixon, dicksonx, 0.813",
        "jones, johnson, 0.832",
        "abc, xyz, 0.0",
        "a, a, 1.0",
    })
    void jaroWinklerIsAsPublished(String a, String b, double likeness) {
        assertEquals(likeness, Likeness.jaroWinkler(a, b), 0.0005);
        assertEquals(likeness, Likeness.jaroWinkler(b, a), 0.0005);
    }
}
