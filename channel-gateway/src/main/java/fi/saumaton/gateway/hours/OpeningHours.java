/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * When somebody is there.
 *
 * @param zone such as {@code Europe/Helsinki}
 * @param weekly of every week; a day without a span is closed
 * @param openOnHolidays Finnish holidays are days like any other; otherwise they are closed
 * @param days single days that differ, whatever the week or the calendar says; the last word on their date
 */
@RegisterForReflection
record OpeningHours(ZoneId zone, List<Span> weekly, boolean openOnHolidays, List<Day> days) {
    /** How far ahead it is looked for the next change. */
    private static final int HORIZON = 60;

    OpeningHours {
        weekly = weekly == null ? List.of() : List.copyOf(weekly);
        days = days == null ? List.of() : List.copyOf(days);
    }

    /** From {@code from} until before {@code to}; midnight as {@code to} is the end of the day. */
    @RegisterForReflection
    record Span(DayOfWeek day, LocalTime from, LocalTime to) {}

    /** A single day; closed without times. */
    @RegisterForReflection
    record Day(LocalDate date, LocalTime from, LocalTime to) {}

    private record Open(Instant from, Instant to) {}

    boolean isOpen(Instant at) {
        return spans(at.atZone(zone).toLocalDate())
                .anyMatch(open -> !at.isBefore(open.from()) && at.isBefore(open.to()));
    }

    /** When it opens next, from a time at which it is closed; empty when it does not within sixty days. */
    Optional<Instant> opensAfter(Instant at) {
        var today = at.atZone(zone).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(HORIZON)
                .flatMap(this::spans)
                .map(Open::from)
                .filter(from -> from.isAfter(at))
                .min(Instant::compareTo);
    }

    /** When it closes, from a time at which it is open: the end of the last span that follows without a gap. */
    Optional<Instant> closesAfter(Instant at) {
        var end = at;
        var today = at.atZone(zone).toLocalDate();
        for (int i = 0; i < HORIZON; i++) {
            for (var open : spans(today.plusDays(i))
                    .sorted((a, b) -> a.from().compareTo(b.from()))
                    .toList()) {
                if (!open.from().isAfter(end) && open.to().isAfter(end)) {
                    end = open.to();
                } else if (open.from().isAfter(end)) {
                    return Optional.of(end);
                }
            }
        }
        return Optional.empty();
    }

    private Stream<Open> spans(LocalDate date) {
        var special = days.stream().filter(day -> day.date().equals(date)).toList();
        if (!special.isEmpty()) {
            return special.stream()
                    .filter(day -> day.from() != null && day.to() != null)
                    .map(day -> open(date, day.from(), day.to()));
        }
        if (!openOnHolidays && FinnishHolidays.isHoliday(date)) {
            return Stream.empty();
        }
        return weekly.stream()
                .filter(span -> span.day() == date.getDayOfWeek())
                .map(span -> open(date, span.from(), span.to()));
    }

    private Open open(LocalDate date, LocalTime from, LocalTime to) {
        var lastDay = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return new Open(
                date.atTime(from).atZone(zone).toInstant(),
                lastDay.atTime(to).atZone(zone).toInstant());
    }
}
