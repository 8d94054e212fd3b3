/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FactReaderTest {
    private static final FactReader READER =
            new FactReader(new CompanyFile(Yaml.resource("/facts/company.yaml")), "FI");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-16 | ensi tiistaina        | 2026-11-17
                    2026-11-17 | ensi tiistaina        | 2026-11-24
                    2026-11-18 | tiistaina             | 2026-11-24
                    2026-11-18 | tilasin tiistaina     | 2026-11-17
                    2026-11-18 | nästa fredag          | 2026-11-27
                    2026-11-18 | på fredag             | 2026-11-20
                    2026-11-18 | i fredags             | 2026-11-13
                    2026-11-20 | next Friday           | 2026-11-27
                    2026-11-18 | the day after tomorrow | 2026-11-20
                    2026-12-31 | tomorrow              | 2027-01-01
                    2027-01-02 | toissapäivänä         | 2026-12-31
                    2026-11-18 | viikon päästä         | 2026-11-25
                    2026-11-18 | för två veckor sedan  | 2026-11-04
                    2026-12-20 | 5.1.                  | 2027-01-05
                    2027-01-05 | ostin sen 20.12.      | 2026-12-20
                    2028-02-28 | huomenna              | 2028-02-29
                    """)
    void daysAreSeenFromTheDayOfTheMessage(LocalDate day, String text, String expected) {
        assertEquals(List.of(expected), values(READER.read(text, day), "date"));
    }

    @ParameterizedTest
    @CsvSource({"31.2.2026", "0.5.", "2.10.1", "klo 14.10", "24/7", "1.12 €"})
    void whatIsNoDayIsNone(String text) {
        assertEquals(List.of(), values(READER.read(text, LocalDate.of(2026, 11, 18)), "date"));
    }

    @Test
    void aFindTellsWhereItStands() {
        var text = "Hei!\n> vanha\nTilaus 10023, kiitos";
        var found = READER.read(text, LocalDate.of(2026, 11, 18)).facts().getFirst();
        assertEquals("order-number", found.kind());
        assertEquals("10023", text.substring(found.start(), found.end()));
        assertEquals("10023", found.shown());
    }

    @Test
    void hostileTextsAreRead() {
        var day = LocalDate.of(2026, 11, 18);
        for (var part : List.of(
                "1", " 1", "a@", "+358 ", "tilaus ", "FI21 ", "\n> ", "-", "Ö", "ÅÄÖ 1.", "((((0", "\uD83D", "RF18 1",
                "ä")) {
            var reading = READER.read(part.repeat(30_000), day);
            assertTrue(reading.facts().size() < 50, part);
        }
    }

    @Test
    void anEmptyTextSaysNothing() {
        var reading = READER.read(" ", LocalDate.of(2026, 11, 18));
        assertEquals(List.of(), reading.facts());
        assertNull(reading.language());
        assertEquals(List.of(), READER.read(null, LocalDate.of(2026, 11, 18)).facts());
    }

    private static List<String> values(Reading reading, String kind) {
        return reading.facts().stream()
                .filter(found -> found.kind().equals(kind))
                .map(Found::value)
                .toList();
    }
}
