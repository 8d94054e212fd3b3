/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ClosureTest {
    @Test
    void pairsChainUp() {
        var closure = new Closure<Integer>();
        for (int i = 0; i < 100_000; i++) {
            closure.join(i, i + 1);
        }
        closure.join(-1, -2);
        closure.join(-2, -1);

        assertEquals(closure.root(0), closure.root(100_000));
        assertEquals(closure.root(-1), closure.root(-2));
        assertNotEquals(closure.root(0), closure.root(-1));
        assertEquals(7_000_000, closure.root(7_000_000), "whoever is joined with nobody stands alone");
    }
}
