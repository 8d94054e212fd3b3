/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.freshdesk;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.moving.source.SourceTrouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WindowRuleTest {
    private static final Instant LAST = Instant.parse("2025-01-02T09:00:00Z");

    @Test
    void afterTheLastPageAWindowBeginsAtTheLastChange() {
        var first = WindowRule.of(null, null);

        assertEquals(2, WindowRule.of(first.next(LAST), null).page());
        var last = new WindowRule(first.since(), WindowRule.LAST_PAGE);
        assertEquals(new WindowRule(LAST, 1), WindowRule.of(last.next(LAST), null));
        assertEquals(LAST, WindowRule.of(null, LAST).since());
    }

    @Test
    void aWindowOfOneMomentIsRefusedRatherThanReadForEver() {
        var last = new WindowRule(LAST, WindowRule.LAST_PAGE);

        assertThrows(SourceTrouble.class, () -> last.next(LAST));
    }
}
