/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.Yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FactRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-18T10:00:00Z");
    private static final UUID CUSTOMER = new UUID(7, 7);
    private final FactRule rule = new FactRule(new CompanyFile(Yaml.resource("/facts/company.yaml")));

    @Test
    void theNewestProvenAddressWins() {
        var known = rule.known(List.of(
                fact(1, "address", "Kauppakatu 1", true, 0),
                fact(2, "address", "Kauppakatu 2", true, 1),
                fact(3, "address", "Kauppakatu 3", false, 2)));
        assertEquals(List.of("Kauppakatu 2"), current(known));
        assertEquals(
                List.of("Kauppakatu 3", "Kauppakatu 2", "Kauppakatu 1"),
                known.stream().map(KnownFact::value).toList());
    }

    @Test
    void withoutAProvenOneTheNewestCounts() {
        var known = rule.known(
                List.of(fact(1, "address", "Kauppakatu 1", false, 0), fact(2, "address", "Kauppakatu 2", false, 1)));
        assertEquals(List.of("Kauppakatu 2"), current(known));
    }

    @Test
    void aCustomerHasManyOrders() {
        var known = rule.known(
                List.of(fact(1, "order-number", "1001", false, 0), fact(2, "order-number", "1002", true, 1)));
        assertEquals(List.of("1002", "1001"), current(known));
    }

    @Test
    void severalSourcesMakeOneFactWithItsBestSource() {
        var known = rule.known(List.of(
                fact(1, "order-number", "1001", false, 0),
                fact(2, "order-number", "1001", true, 1),
                fact(3, "order-number", "1001", false, 2)));
        assertEquals(1, known.size());
        var fact = known.getFirst();
        assertTrue(fact.proven());
        assertEquals(new UUID(0, 2), fact.source().id());
        assertEquals(3, fact.sources());
        assertEquals(NOON, fact.since());
        assertEquals(NOON.plus(Duration.ofHours(2)), fact.lastSeenAt());
    }

    @Test
    void accountNumbersAreVeiled() {
        var fact = rule.known(List.of(fact(1, "iban", "FI2112345600000785", false, 0)))
                .getFirst();
        var veiled = rule.veiled(fact);
        assertNull(veiled.value());
        assertEquals("…85", veiled.shown());
        assertEquals(fact.factId(), veiled.factId());
        var order =
                rule.known(List.of(fact(1, "order-number", "1001", false, 0))).getFirst();
        assertEquals(order, rule.veiled(order));
    }

    /** What is learnt and forgotten, in any order and any number of times: the store keeps a source's fact once. */
    @RepeatedTest(200)
    void anyOrderAndRepetitionGivesTheSame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            var kind = random.nextBoolean() ? "address" : "order-number";
            facts.add(
                    fact(random.nextInt(12), kind, kind + random.nextInt(4), random.nextBoolean(), random.nextInt(5)));
        }
        var once = new LinkedHashMap<String, Fact>();
        facts.forEach(fact -> once.putIfAbsent(fact.sourceId() + fact.kind() + fact.value(), fact));
        var expected = rule.known(List.copyOf(once.values()));
        var shuffled = new ArrayList<>(once.values());
        Collections.shuffle(shuffled, random);

        assertEquals(expected, rule.known(shuffled));
        long counting = expected.stream()
                .filter(fact -> fact.kind().equals("address") && fact.current())
                .count();
        assertFalse(counting > 1, () -> counting + " current addresses");
    }

    private static List<String> current(List<KnownFact> known) {
        return known.stream().filter(KnownFact::current).map(KnownFact::value).toList();
    }

    private static Fact fact(int source, String kind, String value, boolean proven, int hour) {
        var at = NOON.plus(Duration.ofHours(hour));
        return new Fact(
                new UUID(0, source),
                kind,
                value,
                CUSTOMER,
                value,
                Fact.MESSAGE,
                null,
                null,
                proven,
                0.9,
                null,
                at,
                at.plus(Duration.ofDays(1)));
    }
}
