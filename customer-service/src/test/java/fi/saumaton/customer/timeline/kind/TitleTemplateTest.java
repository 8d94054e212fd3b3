/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TitleTemplateTest {
    @Test
    void fieldsStandForTheirValues() {
        assertEquals(
                Map.of(
                        "fi", "Lasku INV-1, 389.00 EUR, eräpäivä 2026-12-04",
                        "sv", "Faktura INV-1, 389.00 EUR, förfaller 2026-12-04",
                        "en", "Invoice INV-1, 389.00 EUR, due 2026-12-04"),
                Kind.INVOICE
                        .titles()
                        .of(Map.of(
                                "invoiceNumber",
                                "INV-1",
                                "amountCents",
                                38_900,
                                "currency",
                                "EUR",
                                "dueDate",
                                "2026-12-04")));
    }

    @Test
    void aPartWithoutItsFieldIsLeftOut() {
        assertEquals("Order 1", TitleTemplate.fill("Order[ {number}][: {product}]", Map.of("number", 1)));
        assertEquals("Order: Saw", TitleTemplate.fill("Order[ {number}][: {product}]", Map.of("product", "Saw")));
        assertEquals("Visit", TitleTemplate.fill("Visit[: {purpose}]", Map.of("purpose", " ")));
    }

    @Test
    void valuesAreNoTemplates() {
        assertEquals("A {b} $1 [c]", TitleTemplate.fill("A {a}", Map.of("a", "{b} $1 [c]", "b", "x")));
    }

    @ParameterizedTest
    @EnumSource
    void theKindsOwnAreReadable(Kind kind) {
        assertTrue(TitleTemplate.isReadable(kind.titles().fi()));
        assertTrue(TitleTemplate.isReadable(kind.titles().sv()));
        assertTrue(TitleTemplate.isReadable(kind.titles().en()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "[", "a]", "{}", "{a b}", "[[a]]", "{a[b]}", "[{a]"})
    void whatIsNotClosedIsNone(String template) {
        assertFalse(TitleTemplate.isReadable(template));
    }
}
