/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Days on which Finnish offices are closed: the public holidays of the law, and the eves of Midsummer and Christmas, which agreements treat as such. Easter by
 * the Gregorian computus (Meeus/Jones/Butcher).
 */
final class FinnishHolidays {
    private FinnishHolidays() {}

    static boolean isHoliday(LocalDate date) {
        return of(date.getYear()).contains(date);
    }

    static Set<LocalDate> of(int year) {
        var easter = easter(year);
        var midsummerEve = LocalDate.of(year, Month.JUNE, 19).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return Set.of(
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.JANUARY, 6),
                easter.minusDays(2),
                easter,
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1),
                easter.plusDays(39), // Ascension Day
                easter.plusDays(49), // Whit Sunday
                midsummerEve,
                midsummerEve.plusDays(1),
                LocalDate.of(year, Month.OCTOBER, 31)
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)), // All Saints
                LocalDate.of(year, Month.DECEMBER, 6),
                LocalDate.of(year, Month.DECEMBER, 24),
                LocalDate.of(year, Month.DECEMBER, 25),
                LocalDate.of(year, Month.DECEMBER, 26));
    }

    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
