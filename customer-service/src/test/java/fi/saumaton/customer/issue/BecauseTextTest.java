/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class BecauseTextTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "en|because of the order number 12345",
                "sv-FI, en;q=0.5|på grund av ordernumret 12345",
                "fi|tilausnumeron 12345 mukaan",
                "de, fi;q=0.3|tilausnumeron 12345 mukaan",
                "de|because of the order number 12345"
            },
            delimiter = '|')
    void aReasonIsToldInTheReadersLanguage(String acceptLanguage, String told) {
        assertEquals(
                told, BecauseText.forHeader(acceptLanguage).of(new Because(Ground.NUMBER, "order-number", "12345")));
    }

    @Test
    void everyGroundHasWordsInEveryLanguage() {
        for (var language : BecauseText.values()) {
            for (var ground : Ground.values()) {
                var text = language.of(new Because(ground, null, "oil"));
                assertFalse(text.isBlank() || text.contains("%") || text.contains("null"), text);
            }
        }
        assertEquals(BecauseText.EN, BecauseText.forHeader(null));
    }
}
