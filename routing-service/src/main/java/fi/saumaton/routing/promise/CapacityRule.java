/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/**
 * How many call-backs the windows of a plan hold: people times the calls that fit into a window, less what is promised
 * already. A promise for a longer time takes its part of each window that it lies across: a call-back "by tomorrow" is
 * one call somewhere in that time, not one in each window.
 */
final class CapacityRule {
    private CapacityRule() {}

    /**
     * A window that customers can pick.
     *
     * @param capacity call-backs that it holds
     * @param free those that are not promised yet
     */
    record Offered(Window window, int capacity, int free) {}

    /** The windows from now on, the first first; full ones too. */
    static List<Offered> windows(Plan plan, WorkingCalendar calendar, List<Window> promised, Instant now) {
        List<Window> grid = grid(plan, calendar, now);
        int capacity = plan.people() * (plan.windowMinutes() / plan.minutesEach());
        return grid.stream()
                .filter(window -> window.from().isAfter(now))
                .map(window -> new Offered(window, capacity, free(capacity, window, grid, promised)))
                .toList();
    }

    /** The window that begins then; empty when the plan has none. */
    static Optional<Offered> at(List<Offered> windows, Instant from) {
        return windows.stream()
                .filter(offered -> offered.window().from().equals(from))
                .findFirst();
    }

    private static List<Window> grid(Plan plan, WorkingCalendar calendar, Instant now) {
        List<Window> grid = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        for (int day = 0; day <= plan.daysAhead(); day++) {
            LocalDate date = today.plusDays(day);
            calendar.hours(date).ifPresent(hours -> grid.addAll(day(date, hours, plan, calendar.zone())));
        }
        return grid;
    }

    private static List<Window> day(LocalDate date, Hours hours, Plan plan, ZoneId zone) {
        List<Window> windows = new ArrayList<>();
        Duration length = Duration.ofMinutes(plan.windowMinutes());
        Instant end = date.atTime(hours.to()).atZone(zone).toInstant();
        Instant from = date.atTime(hours.from()).atZone(zone).toInstant();
        while (!from.plus(length).isAfter(end)) {
            windows.add(new Window(from, from.plus(length)));
            from = from.plus(length);
        }
        return windows;
    }

    private static int free(int capacity, Window window, List<Window> grid, List<Window> promised) {
        double taken = promised.stream()
                .mapToDouble(promise -> share(promise, window, grid))
                .sum();
        return Math.max(0, (int) Math.floor(capacity - taken + 1e-6));
    }

    /** Which part of the promise falls into the window, of all windows that it lies across. */
    private static double share(Window promise, Window window, List<Window> grid) {
        long here = overlap(promise, window);
        if (here == 0) {
            return 0;
        }
        long everywhere =
                grid.stream().mapToLong(other -> overlap(promise, other)).sum();
        return (double) here / everywhere;
    }

    private static long overlap(Window a, Window b) {
        Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
        Instant until = a.until().isBefore(b.until()) ? a.until() : b.until();
        return from.isBefore(until) ? Duration.between(from, until).toMillis() : 0;
    }
}
