/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LearningRuleTest {
    private static final Instant AT = Instant.parse("2026-11-18T10:00:00Z");
    private static final CompanyFile COMPANY = new CompanyFile(Yaml.resource("/facts/company.yaml"));
    private final LearningRule rule =
            new LearningRule(new FactReader(COMPANY, "FI"), COMPANY, ZoneId.of("Europe/Helsinki"));

    @Test
    void whatACustomerSaysIsSaidAndNotProven() {
        var facts = rule.learn(said("Tilaus 10023 ei ole tullut.", false, true), List.of());
        var order = only(facts, "order-number");
        assertEquals("10023", order.value());
        assertEquals(Fact.MESSAGE, order.source());
        assertEquals(false, order.proven());
        assertEquals(AT.plus(COMPANY.kinds().get("order-number").keep()), order.expiresAt());
        assertEquals("fi", only(facts, "language").value());
        assertEquals("Tilaus 10023 ei ole tullut", only(facts, "matter").value());
    }

    @Test
    void aBareNumberIsWhatWasAskedFor() {
        assertEquals(List.of(), rule.learn(said("10023", false, false), List.of()));
        assertEquals(
                "10023",
                only(rule.learn(said("No se on 10023", false, false), List.of("order-number")), "order-number")
                        .value());
        assertEquals(List.of(), rule.learn(said("klo 10 tai 12", false, false), List.of("order-number")));
    }

    @Test
    void theDayIsTheCompanys() {
        var late = new Said(
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                "huomenna",
                false,
                false,
                "customer",
                null,
                Instant.parse("2026-11-18T22:30:00Z"));
        assertEquals("2026-11-20", only(rule.learn(late, List.of()), "date").value());
    }

    @Test
    void cardNumbersAreNotLearnt() {
        var text = "Korttini 4111 1111 1111 1111 ei toimi, tunnus 131052-308T, tili FI21 1234 5600 0007 85";
        var facts = rule.learn(said(text, false, false), List.of());
        assertEquals(
                "Korttini … ei toimi, tunnus … , tili …",
                only(facts, Fact.MATTER).value());
        assertTrue(
                facts.stream()
                        .noneMatch(fact ->
                                fact.value().contains("4111") || fact.value().contains("308T")),
                facts::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Toimitus perjantaina, seuraamme sitä.              | delivery:2026-11-20
                    Paketti toimitetaan 24.11. mennessä.               | delivery:2026-11-24
                    Toimitus tapahtuu 2-4 arkipäivän kuluessa.         | delivery:2026-11-24
                    Hyvitys näkyy tilillä viikon kuluessa.             | refund:2026-11-25
                    Asentaja tulee ensi tiistaina klo 10.              | visit:2026-11-24
                    Leveransen kommer fram på fredag.                  | delivery:2026-11-20
                    Pengarna är på kontot inom tre arbetsdagar.        | refund:2026-11-23
                    Your parcel will arrive on Friday.                 | delivery:2026-11-20
                    The refund takes 3 to 5 working days.              | refund:2026-11-25
                    We will get back to you within 24 hours.           | answer:2026-11-19
                    """)
    void ourWordsRaiseExpectations(String text, String expected) {
        assertEquals(List.of(expected), values(rule.learn(said(text, true, false), List.of()), Fact.EXPECTATION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Valitettavasti toimitus ei ehdi perjantaina.
                    Sopisiko toimitus perjantaina?
                    Paketti toimitettiin eilen.
                    We cannot deliver on Friday.
                    Vi kan tyvärr inte leverera på fredag.
                    Soitin teille tiistaina.
                    """)
    void whatIsNoPromiseRaisesNone(String text) {
        assertEquals(List.of(), values(rule.learn(said(text, true, false), List.of()), Fact.EXPECTATION));
    }

    @Test
    void whatSystemsTellIsProven() {
        var facts = rule.learn(event(
                "purchase",
                Map.of("orderNumber", "10023", "amount", 389, "promisedDelivery", "2026-11-24", "note", "x")));
        assertTrue(only(facts, "order-number").proven());
        var expectation = only(facts, Fact.EXPECTATION);
        assertEquals(Map.of("subject", "delivery", "due", "2026-11-24", "orderNumber", "10023"), expectation.detail());
        assertEquals(2, facts.size());
    }

    @Test
    void aDeliveryIsAnExperience() {
        var experience = only(rule.learn(event("delivery", Map.of("orderNumber", 10023))), Fact.EXPERIENCE);
        assertEquals(Map.of("subject", "delivery", "at", "2026-11-18", "orderNumber", "10023"), experience.detail());
        assertEquals(
                "delivery:2026-11-18",
                only(rule.learn(event("delivery", null)), Fact.EXPERIENCE).value());
    }

    private static Said said(String text, boolean ours, boolean first) {
        return new Said(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                text,
                ours,
                first,
                ours ? "agent" : "customer",
                null,
                AT);
    }

    private static Event event(String kind, Map<String, Object> data) {
        return new Event(new UUID(0, 1), new UUID(0, 2), kind, "shop", data, AT);
    }

    private static Fact only(List<Fact> facts, String kind) {
        var found = facts.stream().filter(fact -> fact.kind().equals(kind)).toList();
        assertEquals(1, found.size(), facts::toString);
        return found.getFirst();
    }

    private static List<String> values(List<Fact> facts, String kind) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(kind))
                .map(Fact::value)
                .toList();
    }
}
