/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ExpectationRuleTest {
    private final ExpectationRule rule = new ExpectationRule(ZoneId.of("Europe/Helsinki"));

    @Test
    void lateByTwoDays() {
        var shown = one(promise("2026-11-24", "10023"), delivery("2026-11-26", "10023"));
        assertEquals("late", shown.state());
        assertEquals(2, shown.gapDays());
        assertEquals("2026-11-26", shown.experienced().toString());
    }

    @Test
    void earlyIsKept() {
        var shown = one(promise("2026-11-24T20:00:00+02:00", "10023"), delivery("2026-11-23", "10023"));
        assertEquals("kept", shown.state());
        assertEquals(-1, shown.gapDays());
    }

    @Test
    void anotherOrdersDeliveryIsNone() {
        var shown = one(promise("2026-11-24", "10023"), delivery("2026-11-23", "20046"));
        assertEquals("overdue", shown.state());
        assertEquals(6, shown.gapDays());
        assertNull(shown.experienced());
    }

    @Test
    void whatIsStillToComeIsOpen() {
        var shown = one(promise("2026-12-24", "10023"));
        assertEquals("open", shown.state());
        assertNull(shown.gapDays());
    }

    @Test
    void aDeliveryBeforeThePromiseIsNoneOfIt() {
        assertEquals(
                "open",
                one(promise("2026-12-24", null), delivery("2026-11-02", null)).state());
    }

    @Test
    void anUnreadableDayIsPassedOver() {
        assertEquals(List.of(), rule.of(List.of(promise("soon", null)), Instant.parse("2026-11-30T10:00:00Z")));
    }

    private Expectation one(Fact... facts) {
        var shown = rule.of(List.of(facts), Instant.parse("2026-11-30T10:00:00Z"));
        assertEquals(1, shown.size());
        return shown.getFirst();
    }

    private static Fact promise(String due, String order) {
        return fact(Fact.EXPECTATION, "due", due, order, Instant.parse("2026-11-18T10:00:00Z"));
    }

    private static Fact delivery(String day, String order) {
        return fact(Fact.EXPERIENCE, "at", day, order, Instant.parse(day + "T10:00:00Z"));
    }

    private static Fact fact(String kind, String what, String day, String order, Instant at) {
        Map<String, Object> detail = order == null
                ? Map.of("subject", "delivery", what, day)
                : Map.of("subject", "delivery", what, day, "orderNumber", order);
        return new Fact(
                new UUID(0, 1),
                kind,
                day,
                new UUID(0, 2),
                day,
                Fact.TOUCHPOINT,
                null,
                "shop",
                true,
                1,
                detail,
                at,
                at.plusSeconds(1));
    }
}
