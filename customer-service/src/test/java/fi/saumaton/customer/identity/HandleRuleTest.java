/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
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
        "tel:+358-40-123-4567, +358401234567",
        "\u202a+358\u00a040\u00a0123\u00a04567\u202c, +358401234567",
        "＋３５８ ４０ １２３ ４５６７, +358401234567",
    })
    void phoneNumbersBecomeE164WithFinlandAsTheDefault(String typed, String normalised) {
        assertEquals(Optional.of(new Handle("phone", normalised)), rule.handle("phone", typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "hello",
                "0800 KUKKA",
                "+999123",
                "0401234567890123456789",
                "09 123 4567 ext. 5",
                "040 123 4567; drop table handle",
            })
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

    @ParameterizedTest
    @CsvSource({
        "whatsapp, FI.13491208655302741918, FI.13491208655302741918",
        "whatsapp, FI.Ab3, FI.Ab3",
        "whatsapp, 358401234567, 358401234567",
        "whatsapp, +358 40 123 4567, 358401234567",
        "whatsapp, 040 123 4567, 358401234567",
        "whatsapp, https://wa.me/358401234567, 358401234567",
        "whatsapp, @Mikko.Saha, @mikko.saha",
        "instagram, 17841400008460056, 17841400008460056",
        "instagram, @Mikko, @mikko",
        "instagram, https://www.instagram.com/Mikko/?hl=fi, @mikko",
        "messenger, 24678901234567890, 24678901234567890",
        "messenger, m.me/mikko.saha, @mikko.saha",
        "x, 2244994945, 2244994945",
        "x, https://twitter.com/Mikko_S, @mikko_s",
        "linkedin, urn:li:person:aB3-x_9, urn:li:person:aB3-x_9",
        "linkedin, https://www.linkedin.com/in/Mikko-1/, @mikko-1",
        "telegram, 5123456789, 5123456789",
        "telegram, t.me/Mikko, @mikko",
        "visitor, 0199f2c4-7b1e-7c3a-9d2e-1f2a3b4c5d6e, 0199f2c4-7b1e-7c3a-9d2e-1f2a3b4c5d6e",
        "oidc-subject, auth0|5F7c8ec7, auth0|5F7c8ec7",
        "customer-number, ' AB  4711 ', AB 4711",
        "customer-number, ４７１１, 4711",
        "shop-customer, c-1001, c-1001",
        "external:hubspot, Contact 51, Contact 51",
        "webhook-user, till 7, till 7",
    })
    void everySourceHasAKindOfHandle(String kind, String typed, String normalised) {
        assertEquals(Optional.of(new Handle(kind, normalised)), rule.handle(kind, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, not a number",
        "whatsapp, 040 123 4567 ext. 5",
        "instagram, <script>alert(1)</script>",
        "instagram, https://www.instagram.com/p/Cx1/",
        "instagram, @",
        "messenger, https://evil.example/mikko",
        "messenger, a/b",
        "x, @mikko saha",
        "x, a'b",
        "linkedin, https://www.linkedin.com/company/saha",
        "telegram, мikkо",
        "visitor, two words",
        "visitor, ../../etc/passwd",
        "oidc-subject, jäsen",
        "oidc-subject, a b",
        "'external:', 17",
        "external:a/b, 17",
        "kind with blanks, 17",
    })
    void whatCanBeNoHandleOfItsKindIsNone(String kind, String typed) {
        assertEquals(Optional.empty(), rule.handle(kind, typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "phone",
                "whatsapp",
                "instagram",
                "messenger",
                "x",
                "linkedin",
                "telegram",
                "visitor",
                "oidc-subject",
                "customer-number",
                "shop-customer",
                "external:hubspot",
                "webhook-user"
            })
    void hostileValuesAreNoHandlesOfAnyKind(String kind) {
        for (var hostile : List.of(
                "",
                " \t\u00a0\u2003",
                "47\u000011",
                "47\n11",
                "a\u2028b",
                "a\ud800b",
                "7".repeat(256),
                "a".repeat(1_000_000),
                " ".repeat(1_000_000) + "x",
                "@" + "a".repeat(300),
                "\u0301".repeat(300))) {
            assertEquals(Optional.empty(), rule.handle(kind, hostile), "length " + hostile.length());
        }
        if (!kind.equals("phone") && !kind.equals("whatsapp")) {
            assertEquals(Optional.empty(), rule.handle(kind, "4711\u200b"), "it looks like another one");
            assertEquals(Optional.empty(), rule.handle(kind, "\u202e1174"));
        }
    }

    @Test
    void aLoginsSubjectMayBeAsLongAsOpenIdConnectSays() {
        var longest = "s".repeat(255);
        assertEquals(Optional.of(new Handle("oidc-subject", longest)), rule.handle("oidc-subject", longest));
    }

    @Test
    void whoeverGaveAnotherOneIsToldTheForm() {
        assertEquals("an address such as mikko@example.test", HandleRule.form("email"));
        assertEquals("the platform's id of the user, or @ and the user name", HandleRule.form("telegram"));
        assertEquals("text of one line, 255 characters at most, all of them visible", HandleRule.form("till"));
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
