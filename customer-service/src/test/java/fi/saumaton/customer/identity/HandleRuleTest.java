/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandleRuleTest {
    private final HandleRule rule = new HandleRule("FI");

    @ParameterizedTest
    @CsvSource({
        "Mikko.Mallikas@Example.TEST, mikko.mallikas@example.test",
        "'  mikko@example.test ', mikko@example.test",
        "mikko+saha@example.test, mikko+saha@example.test",
        "jäsen@pörssi.example, jäsen@xn--prssi-jua.example",
        "o'hara@example.test, o'hara@example.test",
    })
    void spellingsOfOneAddressAreOneHandle(String typed, String normalised) {
        assertEquals(Optional.of(new Handle("email", normalised)), rule.handle("email", typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mikko",
                "@example.test",
                "mikko@",
                "mikko@localhost",
                "mi kko@example.test",
                "mikko@exa mple.test",
                ".mikko@example.test",
                "mi..kko@example.test",
                "mikko@-example.test",
                "mikko@example..test",
                "mikko@example.test\u0000",
                "mikko\n@example.test",
                ""
            })
    void whatCanBeNoAddressIsNoHandle(String typed) {
        assertEquals(Optional.empty(), rule.handle("email", typed));
    }

    @Test
    void anAddressLongerThanMailAllowsIsNoHandle() {
        assertEquals(Optional.empty(), rule.handle("email", "a".repeat(65) + "@example.test"));
        assertEquals(Optional.empty(), rule.handle("email", "mikko@" + "a.".repeat(200) + "test"));
    }

    @ParameterizedTest
    @CsvSource({
        "040 123 4567, +358401234567",
        "+358 (0)40 123 4567, +358401234567",
        "00358401234567, +358401234567",
        "+46 70 123 45 67, +46701234567",
    })
    void phoneNumbersBecomeE164WithFinlandAsTheDefault(String typed, String normalised) {
        assertEquals(Optional.of(new Handle("phone", normalised)), rule.handle("phone", typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "hello", "+999123", "0401234567890123456789"})
    void whatCanBeNoNumberIsNoHandle(String typed) {
        assertEquals(Optional.empty(), rule.handle("phone", typed));
    }

    @Test
    void theDefaultCountryIsTheCompanys() {
        assertEquals(
                Optional.of(new Handle("phone", "+46701234567")),
                new HandleRule("SE").handle("phone", "070-123 45 67"));
    }

    @Test
    void otherKindsKeepTheirSpelling() {
        assertEquals(
                Optional.of(new Handle("customer-number", "AB 4711")), rule.handle("customer-number", " AB 4711 "));
        assertEquals(Optional.empty(), rule.handle("Customer Number", "4711"));
        assertEquals(Optional.empty(), rule.handle(null, "4711"));
        assertEquals(Optional.empty(), rule.handle("customer-number", null));
    }

    @Test
    void anotherSystemsIdNamesTheSystem() {
        assertEquals(Optional.of(new Handle("external:hubspot", "17:4")), rule.parse("external:hubspot:17:4"));
        assertEquals(Optional.empty(), rule.handle("external:Hub Spot", "17"));
        assertEquals(Optional.empty(), rule.parse("external:hubspot"));
        assertTrue(new Handle("external:hubspot", "17").contradicts(new Handle("external:hubspot", "18")));
        assertFalse(new Handle("external:hubspot", "17").contradicts(new Handle("external:zendesk", "18")));
    }

    @Test
    void aUserNameIsFoundHoweverItIsSpelled() {
        assertEquals(Optional.of(new Handle("instagram", "@mikko")), rule.handle("instagram", "@Mikko"));
        assertEquals(
                Optional.of(new Handle("whatsapp", "FI.Ab3")), rule.handle("whatsapp", "FI.Ab3"), "an id is exact");
    }

    @Test
    void aQueryParameterIsKindAndValue() {
        assertEquals(Optional.of(new Handle("email", "mikko@example.test")), rule.parse("email:Mikko@example.test"));
        assertEquals(Optional.of(new Handle("x", "a:b")), rule.parse("x:a:b"));
        assertEquals(Optional.empty(), rule.parse("mikko@example.test"));
        assertEquals(Optional.empty(), rule.parse(":mikko"));
        assertEquals(Optional.empty(), rule.parse(null));
    }

    @Test
    void aHandleInALogShowsNoPersonalData() {
        assertEquals("email:…", new Handle("email", "mikko@example.test").toString());
    }
}
