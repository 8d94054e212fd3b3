/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.measure;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The formulas give what the literature does, to four digits. */
class ErlangTest {
    private static final double FOUR_DIGITS = 0.00005;

    @Test
    void whoIsPatient() {
        assertEquals(0.333333, Erlang.waits(1, 2), FOUR_DIGITS);
        assertEquals(0.444444, Erlang.waits(2, 3), FOUR_DIGITS);
        assertEquals(0.587516, Erlang.waits(5, 6), FOUR_DIGITS);
        assertEquals(0.174132, Erlang.waits(10, 14), FOUR_DIGITS);
        assertEquals(0.888350, Erlang.within(10, 14, 180, 20), FOUR_DIGITS);
        assertEquals(0.174132 * 180 / 4, Erlang.meanWait(10, 14, 180), 0.001);
    }

    @Test
    void whoLeaves() {
        Erlang.Impatient impatient = Erlang.impatient(10, 14, 180, 300);
        assertEquals(0.145260, impatient.waits(), FOUR_DIGITS);
        assertEquals(0.013984, impatient.abandons(), FOUR_DIGITS);
        assertEquals(0.704297, impatient.occupancy(), FOUR_DIGITS);
        assertEquals(4.195, impatient.meanWait(), 0.0005);
    }

    @Test
    void patienceWithoutEndIsPatience() {
        assertEquals(Erlang.waits(10, 14), Erlang.impatient(10, 14, 180, 1e9).waits(), FOUR_DIGITS);
    }
}
