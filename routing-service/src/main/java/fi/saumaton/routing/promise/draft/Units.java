/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;

/** What a number of units, a clock time or a date in words means, in whatever language. */
final class Units {
    private static final int HALF_DAY = 12;

    private Units() {}

    /** Groups: number, unit. From now to then. */
    static void within(Matcher found, When when) {
        int count = Numbers.of(found.group(1));
        switch (unit(found.group(2))) {
            case 'm' -> when.within(Duration.ofMinutes(count));
            case 'h' -> when.within(Duration.ofHours(count));
            case 'd' -> when.untilDay(when.today().plusDays(count));
            case 'b' -> when.withinWorkingDays(count);
            case 'w' -> when.untilDay(when.today().plusWeeks(count));
            default -> when.untilDay(when.today().plusMonths(count));
        }
    }

    /** Groups: number, unit. On that very day; of hours and minutes, until then. */
    static void after(Matcher found, When when) {
        int count = Numbers.of(found.group(1));
        switch (unit(found.group(2))) {
            case 'm' -> when.within(Duration.ofMinutes(count));
            case 'h' -> when.within(Duration.ofHours(count));
            case 'd' -> when.inDays(count);
            case 'b' -> when.inWorkingDays(count);
            case 'w' -> when.inDays(7 * count);
            default -> when.day(when.today().plusMonths(count));
        }
    }

    /** m minutes, h hours, b working days, d days, w weeks, y months. */
    private static char unit(String word) {
        String unit = word.toLowerCase(java.util.Locale.ROOT);
        if (unit.startsWith("min")) {
            return 'm';
        }
        if (unit.matches("tun.*|tim.*|hour.*|hrs?")) {
            return 'h';
        }
        if (unit.matches("arki.*|työ.*|arbetsdag.*|vardag.*|bankdag.*|working.*|business.*")) {
            return 'b';
        }
        if (unit.matches("päiv.*|vuorok.*|dag.*|dygn.*|day.*")) {
            return 'd';
        }
        return unit.matches("viik.*|veck.*|week.*") ? 'w' : 'y';
    }

    /** Groups: hour, minute or null, half of the day (am, pm) or null. */
    static void clock(Matcher found, When when) {
        when.clock(hour(found.group(1), half(found, 3)), minute(found.group(2)));
    }

    /** Groups: first hour, its minute, last hour, its minute, half of the day. */
    static void clocks(Matcher found, When when) {
        String half = half(found, 5);
        int first = hour(found.group(1), half);
        int last = hour(found.group(3), half);
        if (first > last && first >= HALF_DAY) {
            first -= HALF_DAY;
        }
        if (first < 24 && last < 24) {
            when.clocks(LocalTime.of(first, minute(found.group(2))), LocalTime.of(last, minute(found.group(4))));
        }
    }

    private static String half(Matcher found, int group) {
        return found.groupCount() < group ? null : found.group(group);
    }

    private static int minute(String text) {
        int minute = text == null ? 0 : Integer.parseInt(text);
        return minute < 60 ? minute : 0;
    }

    private static int hour(String text, String half) {
        int hour = Integer.parseInt(text);
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.toLowerCase(java.util.Locale.ROOT).startsWith("p");
        return afternoon && hour < HALF_DAY ? hour + HALF_DAY : !afternoon && hour == HALF_DAY ? 0 : hour;
    }

    /** Groups: day, month as a number or null, year or null. */
    static void date(Matcher found, When when) {
        when.date(number(found.group(1)), number(found.group(2)), number(found.group(3)));
    }

    static Integer number(String text) {
        return text == null || text.isEmpty() ? null : Integer.valueOf(text);
    }
}
