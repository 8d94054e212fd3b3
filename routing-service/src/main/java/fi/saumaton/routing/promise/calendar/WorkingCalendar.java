/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Working time in the company's time zone. Days without hours, and closed days, have none; a calendar without any hours
 * at all counts time as it passes.
 */
public record WorkingCalendar(ZoneId zone, Map<DayOfWeek, Hours> week, Set<LocalDate> closed) {
    /** Nothing is closed for longer; further on, time counts as it passes. */
    private static final int LONGEST_SEARCH_DAYS = 366;

    public WorkingCalendar {
        week = Map.copyOf(week);
        closed = Set.copyOf(closed);
    }

    /** The hours of a day; empty when nobody works. */
    public Optional<Hours> hours(LocalDate day) {
        return closed.contains(day) ? Optional.empty() : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }

    public boolean works(LocalDate day) {
        return hours(day).isPresent();
    }

    /** The first working day on or after a day. */
    public LocalDate workingDay(LocalDate from) {
        LocalDate day = from;
        for (int n = 0; n < LONGEST_SEARCH_DAYS && !works(day); n++) {
            day = day.plusDays(1);
        }
        return works(day) ? day : from;
    }

    /** The nth working day after a day; 0 is the day itself. */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int n = 0; n < days; n++) {
            day = workingDay(day.plusDays(1));
        }
        return day;
    }

    /** The moment that lies so much working time before another. */
    public Instant minus(Instant until, Duration time) {
        Duration left = time;
        LocalDate day = LocalDate.ofInstant(until, zone);
        for (int n = 0; n < LONGEST_SEARCH_DAYS && !week.isEmpty(); n++, day = day.minusDays(1)) {
            Optional<Hours> hours = hours(day);
            if (hours.isEmpty()) {
                continue;
            }
            Instant begin = at(day, hours.get(), true);
            Instant end = earlier(at(day, hours.get(), false), until);
            Duration worked = begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
            if (worked.compareTo(left) >= 0) {
                return end.minus(left);
            }
            left = left.minus(worked);
        }
        return until.minus(time);
    }

    /** The moment that lies so much working time after another. */
    public Instant plus(Instant from, Duration time) {
        Duration left = time;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int n = 0; n < LONGEST_SEARCH_DAYS && !week.isEmpty(); n++, day = day.plusDays(1)) {
            Optional<Hours> hours = hours(day);
            if (hours.isEmpty()) {
                continue;
            }
            Instant begin = later(at(day, hours.get(), true), from);
            Instant end = at(day, hours.get(), false);
            Duration worked = begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
            if (worked.compareTo(left) >= 0) {
                return begin.plus(left);
            }
            left = left.minus(worked);
        }
        return from.plus(time);
    }

    private Instant at(LocalDate day, Hours hours, boolean begin) {
        return day.atTime(begin ? hours.from() : hours.to()).atZone(zone).toInstant();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
