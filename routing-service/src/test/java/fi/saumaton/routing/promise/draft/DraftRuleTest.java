/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import fi.saumaton.routing.promise.PromiseKind;
import fi.saumaton.routing.promise.Window;
import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DraftRuleTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Hours DAY = new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0));
    private static final WorkingCalendar OFFICE = new WorkingCalendar(
            HELSINKI,
            Map.of(
                    DayOfWeek.MONDAY,
                    DAY,
                    DayOfWeek.TUESDAY,
                    DAY,
                    DayOfWeek.WEDNESDAY,
                    DAY,
                    DayOfWeek.THURSDAY,
                    DAY,
                    DayOfWeek.FRIDAY,
                    DAY),
            Set.of());

    private static Instant at(int month, int day, int hour, int minute) {
        return ZonedDateTime.of(2026, month, day, hour, minute, 0, 0, HELSINKI).toInstant();
    }

    private static List<Draft> drafts(String text, Instant now) {
        return DraftRule.drafts(text, now, OFFICE);
    }

    @Test
    void whatWasWrittenAndWhichWordsAreShown() {
        Draft draft = drafts("Kiitos viestistä! Soitan sinulle huomenna klo 14.", at(11, 18, 10, 30))
                .getFirst();
        assertEquals(PromiseKind.CALL_BACK, draft.kind());
        assertEquals("Soitan sinulle huomenna klo 14.", draft.sentence());
        assertEquals(List.of("Soitan sinulle", "huomenna", "klo 14"), draft.words());
        assertEquals(new Window(at(11, 19, 14, 0), at(11, 19, 14, 30)), draft.window());
        assertEquals("fi", draft.language());
        assertTrue(draft.timeStated());
    }

    @Test
    void everyPromiseOfATextIsFound() {
        List<Draft> found = drafts(
                "We'll send the chain on Monday. I'll call you back. The shop is open tomorrow.", at(11, 18, 10, 30));
        assertEquals(
                List.of(PromiseKind.DELIVERY, PromiseKind.CALL_BACK),
                found.stream().map(Draft::kind).toList());
        assertFalse(found.getLast().timeStated());
        assertEquals(at(11, 19, 16, 0), found.getLast().window().until());
    }

    @Test
    void quotedMailPromisesNothing() {
        assertEquals(List.of(), drafts("Hei!\n> Soitan sinulle huomenna.\n", at(11, 18, 10, 30)));
    }

    @Test
    void soonOnAFridayIsMonday() {
        assertEquals(
                at(11, 23, 16, 0),
                drafts("I'll get back to you shortly.", at(11, 20, 15, 0))
                        .getFirst()
                        .window()
                        .until());
    }

    @Test
    void todayAfterHoursIsTheRestOfTheDay() {
        assertEquals(
                at(11, 18, 23, 59),
                drafts("Vi ringer dig i dag.", at(11, 18, 17, 0))
                        .getFirst()
                        .window()
                        .until());
    }

    @Test
    void theClocksChangeBetweenNowAndThen() {
        Draft draft =
                drafts("I'll call you on Monday at 10:00.", at(10, 23, 10, 0)).getFirst();
        assertEquals(Instant.parse("2026-10-26T08:00:00Z"), draft.window().from());
    }

    @Test
    void whatIsNoTextOrNoTimePromisesNothingAndBreaksNothing() {
        for (String text : List.of(
                "",
                "   \n\n",
                "Soitan 45.13.",
                "I'll call you on the 99th",
                "klo 99",
                "a\u0000b?!…",
                "x".repeat(50_000))) {
            assertEquals(List.of(), drafts(text, at(11, 18, 10, 30)), text.substring(0, Math.min(20, text.length())));
        }
    }
}
