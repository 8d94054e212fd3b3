/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.hours.ChannelPolicy.WhenLate;
import fi.saumaton.gateway.hours.OpeningHours.Day;
import fi.saumaton.gateway.hours.OpeningHours.Span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpeningHoursTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final OpeningHours OFFICE = new OpeningHours(
            HELSINKI,
            weekdays(),
            false,
            List.of(
                    new Day(LocalDate.of(2026, 12, 31), LocalTime.of(8, 0), LocalTime.NOON),
                    new Day(LocalDate.of(2026, 12, 23), null, null),
                    new Day(LocalDate.of(2026, 12, 26), LocalTime.of(10, 0), LocalTime.of(12, 0))));

    private static List<Span> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> new Span(day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
    }

    @Test
    void theBeginningIsInAndTheEndIsOut() {
        assertFalse(OFFICE.isOpen(at("2026-11-23T07:59:59")));
        assertTrue(OFFICE.isOpen(at("2026-11-23T08:00:00")));
        assertTrue(OFFICE.isOpen(at("2026-11-23T15:59:59")));
        assertFalse(OFFICE.isOpen(at("2026-11-23T16:00:00")));
    }

    @Test
    void holidaysAreClosedAndSingleDaysHaveTheLastWord() {
        assertFalse(OFFICE.isOpen(at("2026-12-24T10:00:00")));
        assertFalse(OFFICE.isOpen(at("2026-12-23T10:00:00")));
        assertTrue(OFFICE.isOpen(at("2026-12-26T10:00:00")));
        assertFalse(OFFICE.isOpen(at("2026-12-31T13:00:00")));
        assertTrue(new OpeningHours(HELSINKI, weekdays(), true, null).isOpen(at("2026-12-24T10:00:00")));
    }

    @Test
    void itIsKnownWhenItOpensNext() {
        assertEquals(Optional.of(at("2026-11-23T08:00:00")), OFFICE.opensAfter(at("2026-11-20T17:00:00")));
        assertEquals(Optional.of(at("2026-12-26T10:00:00")), OFFICE.opensAfter(at("2026-12-22T16:00:00")));
        assertEquals(
                Optional.empty(), new OpeningHours(HELSINKI, null, false, null).opensAfter(at("2026-11-20T17:00:00")));
    }

    @Test
    void spansThatMeetAreOne() {
        var allNight = new OpeningHours(
                HELSINKI,
                List.of(
                        new Span(DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT),
                        new Span(DayOfWeek.TUESDAY, LocalTime.MIDNIGHT, LocalTime.of(4, 0))),
                true,
                null);
        assertTrue(allNight.isOpen(at("2026-11-23T23:59:59")));
        assertEquals(Optional.of(at("2026-11-24T04:00:00")), allNight.closesAfter(at("2026-11-23T21:00:00")));
        assertEquals(Optional.of(at("2026-11-23T16:00:00")), OFFICE.closesAfter(at("2026-11-23T09:00:00")));
    }

    @Test
    void hoursFollowTheClocksChange() {
        assertEquals(
                Instant.parse("2026-10-23T05:00:00Z"),
                OFFICE.opensAfter(at("2026-10-23T01:00:00")).orElseThrow());
        assertEquals(
                Instant.parse("2026-10-26T06:00:00Z"),
                OFFICE.opensAfter(at("2026-10-24T12:00:00")).orElseThrow());
    }

    @Test
    void aPromiseThatCannotBeKeptIsAnsweredHonestly() {
        var now = at("2026-11-23T09:00:00");
        var wait = Duration.ofMinutes(20);
        var others = List.of("email:support");
        var shown = policy(WhenLate.SHOW_WAIT).availability(now, wait, others);
        assertTrue(shown.late() && shown.offered());
        assertEquals(List.of(), shown.alternatives());
        assertEquals(
                others,
                policy(WhenLate.OFFER_ALTERNATIVES)
                        .availability(now, wait, others)
                        .alternatives());
        assertFalse(policy(WhenLate.HIDE).availability(now, wait, others).offered());
        assertFalse(policy(WhenLate.HIDE)
                .availability(now, Duration.ofMinutes(1), others)
                .late());
        var closed = policy(WhenLate.SHOW_WAIT).availability(at("2026-11-23T18:00:00"), wait, others);
        assertFalse(closed.open() || closed.late());
        assertEquals(at("2026-11-24T08:00:00"), closed.opensAt());
        assertEquals(others, closed.alternatives());
    }

    private static ChannelPolicy policy(WhenLate whenLate) {
        return new ChannelPolicy(false, OFFICE, Duration.ofMinutes(5), true, whenLate, List.of("email:support"));
    }
}
