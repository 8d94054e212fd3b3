/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import fi.saumaton.routing.promise.Window;
import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/** What a sentence has said so far about when; the time words fill it in, the calendar makes a window of it. */
final class When {
    static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING_END = LocalTime.of(20, 0);
    private static final Hours USUAL = new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0));
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final Duration APPOINTMENT = Duration.ofMinutes(30);

    private final ZonedDateTime now;
    private final WorkingCalendar calendar;
    private LocalDate first;
    private LocalDate last;
    private LocalTime from;
    private LocalTime until;
    private Duration within;
    private DayOfWeek weekday;
    private boolean deadline;
    private boolean stated;
    private boolean unclear;

    When(Instant now, WorkingCalendar calendar) {
        this.now = now.atZone(calendar.zone());
        this.calendar = calendar;
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    void day(LocalDate day) {
        days(day, day);
    }

    void days(LocalDate begin, LocalDate end) {
        first = begin;
        last = end;
        stated = true;
    }

    void inDays(int days) {
        day(today().plusDays(days));
    }

    void inWorkingDays(int days) {
        day(calendar.plusWorkingDays(today(), days));
    }

    /** Any time from now to the end of that day. */
    void untilDay(LocalDate end) {
        days(today(), end);
    }

    void withinWorkingDays(int days) {
        untilDay(calendar.plusWorkingDays(today(), days));
    }

    void within(Duration time) {
        within = time;
        stated = true;
    }

    /** The coming one; with a week that was named too, the one in that week; a date that was named too is the day. */
    void weekday(DayOfWeek day) {
        weekday = day;
        stated = true;
    }

    /** Monday to Friday of the week after this one. */
    void nextWeek(DayOfWeek begin, DayOfWeek end) {
        LocalDate monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        days(monday.with(TemporalAdjusters.nextOrSame(begin)), monday.with(TemporalAdjusters.nextOrSame(end)));
    }

    void thisWeek() {
        untilDay(today().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    }

    void endOfMonth(int monthsAhead) {
        LocalDate month = today().plusMonths(monthsAhead);
        days(monthsAhead == 0 ? today() : month.withDayOfMonth(1), month.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** The last days of the next month of that number. */
    void endOf(int month) {
        LocalDate day = today().withDayOfMonth(1).withMonth(month);
        LocalDate coming = day.isBefore(today().withDayOfMonth(1)) ? day.plusYears(1) : day;
        untilDay(coming.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** The next such date; of a day alone, in this month or the next. */
    void date(int day, Integer month, Integer year) {
        try {
            LocalDate date = LocalDate.of(
                    year == null ? today().getYear() : year, month == null ? today().getMonthValue() : month, day);
            if (year == null && date.isBefore(today())) {
                date = month == null ? date.plusMonths(1) : date.plusYears(1);
            }
            day(date);
        } catch (java.time.DateTimeException e) {
            unclear = true;
        }
    }

    void forenoon() {
        part(null, NOON);
    }

    void afternoon() {
        part(NOON, null);
    }

    void evening() {
        part(USUAL.to(), EVENING_END);
    }

    private void part(LocalTime begin, LocalTime end) {
        if (from == null && until == null) {
            from = begin;
            until = end;
        }
        stated = true;
    }

    void clock(int hour, int minute) {
        if (hour < 24 && minute < 60) {
            from = LocalTime.of(hour, minute);
            until = from;
            stated = true;
        }
    }

    void clocks(LocalTime begin, LocalTime end) {
        if (begin.isBefore(end)) {
            from = begin;
            until = end;
            stated = true;
        }
    }

    void deadline() {
        deadline = true;
    }

    /** Soon: until the end of the next working day. */
    void soon() {
        stated = true;
    }

    boolean stated() {
        return stated;
    }

    /** The window that was meant; empty when it has passed or makes no sense. */
    Optional<Window> window() {
        if (unclear) {
            return Optional.empty();
        }
        if (within != null) {
            Instant begin = now.toInstant();
            return Optional.of(new Window(begin, begin.plus(within)));
        }
        settleDay();
        return bounded(begin(), end());
    }

    private void settleDay() {
        if (weekday != null && first == null) {
            settle(today().with(TemporalAdjusters.next(weekday)));
        } else if (weekday != null && !first.equals(last)) {
            settle(first.with(TemporalAdjusters.nextOrSame(weekday)));
        }
        if (first == null) {
            boolean clockAlone = from != null || until != null;
            LocalDate day = clockAlone ? today() : calendar.workingDay(today().plusDays(1));
            first = clockAlone ? day : today();
            last = day;
        }
    }

    private void settle(LocalDate day) {
        first = day;
        last = day;
    }

    private ZonedDateTime begin() {
        if (deadline || first.equals(today()) && from == null) {
            return now;
        }
        return first.atTime(from == null ? hours(first).from() : from).atZone(calendar.zone());
    }

    private ZonedDateTime end() {
        LocalTime end = until == null ? hours(last).to() : until;
        boolean appointment = until != null && until.equals(from) && !deadline;
        ZonedDateTime at = last.atTime(end).atZone(calendar.zone());
        if (appointment) {
            return at.plus(APPOINTMENT);
        }
        boolean over = until == null && last.equals(today()) && !at.isAfter(now);
        return over ? last.atTime(LAST).atZone(calendar.zone()) : at;
    }

    private Hours hours(LocalDate day) {
        return calendar.hours(day).orElse(USUAL);
    }

    private Optional<Window> bounded(ZonedDateTime begin, ZonedDateTime end) {
        ZonedDateTime from = begin.isBefore(now) ? now : begin;
        return end.isAfter(from) ? Optional.of(new Window(from.toInstant(), end.toInstant())) : Optional.empty();
    }
}
