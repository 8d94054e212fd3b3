/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LevelRuleTest {
    @ParameterizedTest
    @CsvSource({
        "GIVEN_NAME, Mikko, mikko, EXACT",
        "GIVEN_NAME, Mikko, Miko, CLOSE",
        "GIVEN_NAME, M, Mikko, SIMILAR",
        "GIVEN_NAME, Anna, Anna Maria, SIMILAR",
        "GIVEN_NAME, Mikko, Jenni, DIFFERENT",
        "FAMILY_NAME, Mäkelä, Makela, EXACT",
        "FAMILY_NAME, Mäki-Kuutti, mäki kuutti, EXACT",
        "FAMILY_NAME, Kuutti, Mäki-Kuutti, SIMILAR",
        "STREET, Pitkäkatu, pitka katu, CLOSE",
        "STREET, Mannerheimintie, manerhemintie, CLOSE",
        "STREET_NUMBER, 12 A 5, 12, SIMILAR",
        "STREET_NUMBER, 12, 21, CLOSE",
        "STREET_NUMBER, 1, 2, DIFFERENT",
        "BIRTH_DATE, 1980-03-04, 4.3.1980, EXACT",
        "BIRTH_DATE, 19800304, 19800403, CLOSE",
        "BIRTH_DATE, 19800304, 19800305, CLOSE",
        "BIRTH_DATE, 19800304, 19800328, SIMILAR",
        "BIRTH_DATE, 19800304, 19511224, DIFFERENT",
        "BIRTH_DATE, 19800304, 1980304, CLOSE",
        "PHONE, +358 40 123 4567, +358401234567, EXACT",
        "EMAIL, Mikko@example.test, mikko@example.test, EXACT",
        "EMAIL, mikko@example.test, mikko@other.example, SIMILAR",
        "NATIONAL_ID, 010180-123A, 010180123a, EXACT",
        "NATIONAL_ID, 5729082, 5729028, CLOSE",
        "NATIONAL_ID, 5729082, 1111111, DIFFERENT",
    })
    void valuesAgreeMoreOrLess(Field field, String a, String b, Level level) {
        assertEquals(level, level(field, a, b));
        assertEquals(level, level(field, b, a));
    }

    @Test
    void whatIsNotKnownSaysNothing() {
        assertEquals(Level.MISSING, level(Field.GIVEN_NAME, "Mikko", "  "));
        assertEquals(Level.MISSING, level(Field.BIRTH_DATE, "unknown", "1980-03-04"));
        assertEquals(Level.MISSING, level(Field.PHONE, "-", "-"));
    }

    @Test
    void aHostileValueIsCutToAReasonableLength() {
        var person = Person.of(UUID.randomUUID(), Map.of(Field.STREET, "a".repeat(1_000_000)));

        assertEquals(100, person.get(Field.STREET).length());
        assertTrue(person.toString().endsWith("[STREET]"), "no value shows in a log");
    }

    private static Level level(Field field, String a, String b) {
        return LevelRule.level(
                field,
                Person.of(UUID.randomUUID(), Map.of(field, a)).get(field),
                Person.of(UUID.randomUUID(), Map.of(field, b)).get(field));
    }
}
