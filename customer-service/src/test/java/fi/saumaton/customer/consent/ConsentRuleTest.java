/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConsentRuleTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");
    private static final ConsentRule.Purpose MARKETING =
            new ConsentRule.Purpose("marketing", Map.of("en", "Marketing"), "2");

    @Test
    void silenceIsNoConsent() {
        assertEquals("none", state(List.of(), MONDAY));
        assertEquals("none", state(List.of(said(true, TUESDAY)), MONDAY));
    }

    @Test
    void theLastWordHoldsInWhateverOrderTheyWereRecorded() {
        var given = said(true, MONDAY);
        var withdrawn = said(false, TUESDAY);

        assertEquals("withdrawn", state(List.of(withdrawn, given), TUESDAY));
        assertEquals("withdrawn", state(List.of(given, withdrawn), TUESDAY));
        assertEquals("given", state(List.of(given, withdrawn), TUESDAY.minusSeconds(1)));
    }

    @Test
    void ofTwoInTheSameMomentTheRefusalHolds() {
        assertEquals("withdrawn", state(List.of(said(true, MONDAY), said(false, MONDAY)), MONDAY));
        assertEquals("withdrawn", state(List.of(said(false, MONDAY), said(true, MONDAY)), MONDAY));
    }

    @Test
    void otherPurposesSayNothing() {
        var research = new ConsentRule.Purpose("research", Map.of(), "1");
        assertEquals(
                "none",
                ConsentRule.state(List.of(said(true, MONDAY)), research, TUESDAY)
                        .state());
    }

    @Test
    void anotherTextIsAnotherConsent() {
        var said = List.of(said(true, MONDAY));

        assertTrue(ConsentRule.repeats(said, "marketing", true, "1", TUESDAY));
        assertFalse(ConsentRule.repeats(said, "marketing", true, "2", TUESDAY));
        assertFalse(ConsentRule.repeats(said, "marketing", false, "1", TUESDAY));
        assertFalse(ConsentRule.repeats(List.of(), "marketing", false, "1", TUESDAY));
    }

    private static String state(List<ConsentEntry> said, Instant at) {
        return ConsentRule.state(said, MARKETING, at).state();
    }

    private static ConsentEntry said(boolean given, Instant at) {
        return new ConsentEntry(
                UUID.randomUUID(), "marketing", given, at, TUESDAY, "phone", null, "1", "jenni", "Jenni");
    }
}
