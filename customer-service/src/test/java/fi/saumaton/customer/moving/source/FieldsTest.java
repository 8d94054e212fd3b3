/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class FieldsTest {
    @ParameterizedTest
    @CsvSource({
        "2025-01-02T09:00:00Z,2025-01-02T09:00:00Z",
        "2025-01-02T11:00:00+02:00,2025-01-02T09:00:00Z",
        "2025-01-02T09:00:00.000+0000,2025-01-02T09:00:00Z",
        "2025-01-02 09:00:00,2025-01-02T09:00:00Z",
        "2025-01-02,2025-01-02T00:00:00Z",
        "1735808400000,2025-01-02T09:00:00Z"
    })
    void timesComeInManyForms(String text, Instant time) {
        assertEquals(time, Fields.time(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "9999-01-01", "0001-01-01T00:00:00Z", "2025-13-01"})
    void whatCannotBeMeantIsNoTime(String text) {
        assertNull(Fields.time(text));
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertEquals("ab", Fields.filled(" ab\uD83D\uDE00 ", 3));
        assertNull(Fields.filled(" \n", 3));
    }

    @Test
    void localesAreLanguages() {
        assertEquals("fi-FI", Fields.language("fi_FI"));
        assertNull(Fields.language("Finnish (Finland)"));
    }
}
