/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CodeTest {
    @ParameterizedTest
    @CsvSource({
        "CURRENCY, EUR, true",
        "CURRENCY, SEK, true",
        "CURRENCY, eur, false",
        "CURRENCY, EURO, false",
        "CURRENCY, QQQ, false",
        "PAYMENT_REFERENCE, 1232, true",
        "PAYMENT_REFERENCE, 1233, false",
        "PAYMENT_REFERENCE, 123, false",
        "PAYMENT_REFERENCE, RF18539007547034, true",
        "PAYMENT_REFERENCE, RF18 5390 0754 7034, true",
        "PAYMENT_REFERENCE, RF19539007547034, false",
        "PAYMENT_REFERENCE, RF18, false",
    })
    void codesAreChecked(Code code, String written, boolean right) {
        assertEquals(right, code.accepts(written));
    }
}
