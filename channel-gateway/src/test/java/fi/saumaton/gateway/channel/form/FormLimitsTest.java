/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import org.junit.jupiter.api.Test;

import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FormLimitsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void anAddressMaySendItsFiveAtOnceAndThenOneEveryTwoMinutes() {
        var limits = new FormLimits(5, 1000);
        for (int i = 0; i < 5; i++) {
            limits.take("192.0.2.1", -7);
        }
        assertThrows(Problem.class, () -> limits.take("192.0.2.1", -7));
        assertDoesNotThrow(() -> limits.take("192.0.2.2", -7));
        assertThrows(Problem.class, () -> limits.take("192.0.2.1", 119 * SECOND));
        assertDoesNotThrow(() -> limits.take("192.0.2.1", 120 * SECOND));
    }

    @Test
    void manyAddressesTogetherAreLimitedAsWell() {
        var limits = new FormLimits(5, 60);
        for (int i = 0; i < 60; i++) {
            limits.take("192.0.2." + i, 0);
        }
        assertThrows(Problem.class, () -> limits.take("192.0.2.99", 0));
        assertDoesNotThrow(() -> limits.take("192.0.2.99", SECOND));
    }
}
