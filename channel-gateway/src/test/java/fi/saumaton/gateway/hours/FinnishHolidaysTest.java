/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FinnishHolidaysTest {
    @ParameterizedTest
    @CsvSource({
        "1961, 1961-04-02",
        "2000, 2000-04-23",
        "2008, 2008-03-23",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2038, 2038-04-25"
    })
    void easterIsWhereTheAlmanacHasIt(int year, LocalDate easter) {
        assertEquals(easter, FinnishHolidays.easter(year));
    }

    @Test
    void theYear2026IsWhole() {
        var days = Set.of(
                "01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-19", "06-20", "10-31",
                "12-06", "12-24", "12-25", "12-26");
        assertEquals(
                days,
                FinnishHolidays.of(2026).stream()
                        .map(day -> day.toString().substring(5))
                        .collect(Collectors.toSet()));
    }

    @Test
    void movableDaysMove() {
        assertTrue(FinnishHolidays.isHoliday(LocalDate.of(2027, 6, 25)));
        assertTrue(FinnishHolidays.isHoliday(LocalDate.of(2027, 11, 6)));
        assertFalse(FinnishHolidays.isHoliday(LocalDate.of(2027, 6, 19)));
    }
}
