/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.Pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StageRuleTest {
    private final JourneyRules rules = Defaults.rules();
    private final StageRule rule = new StageRule(new Judge(JourneyWords.vocabulary()));
    private final RiskRule risks = new RiskRule(new Judge(JourneyWords.vocabulary()));

    @Test
    void theLifeOfACustomer() {
        assertEquals("prospect", stage(new Pictures().wrote("What does the saw cost?", 1), null));
        assertEquals("new", stage(new Pictures().bought("Chainsaw CS-50", 10), before("prospect", 20)));
        assertEquals("active", stage(new Pictures().bought("Chainsaw CS-50", 100), before("new", 100)));
        assertEquals(
                "active",
                stage(new Pictures().bought("Chain oil", 5).bought("Chainsaw CS-50", 100), before("active", 10)));
        assertEquals("lapsed", stage(new Pictures().bought("Chainsaw CS-50", 366), before("active", 300)));
        assertEquals(
                "won-back",
                stage(new Pictures().bought("Chain oil", 1).bought("Chainsaw CS-50", 500), before("lapsed", 100)));
        assertEquals(
                "won-back",
                stage(new Pictures().bought("Chain oil", 80).bought("Chainsaw CS-50", 500), before("won-back", 79)));
        assertEquals(
                "active",
                stage(new Pictures().bought("Chain oil", 95).bought("Chainsaw CS-50", 500), before("won-back", 94)));
    }

    @Test
    void whoMayLeaveIsAtRisk() {
        var unhappy = new Pictures()
                .bought("Chainsaw CS-50", 200)
                .happened("complaint", 20)
                .happened("complaint", 10);

        assertEquals("at-risk", stage(unhappy, before("active", 100)));
    }

    @Test
    void aPurchaseBeforeTheLapseWinsNobodyBack() {
        assertEquals(
                "active", stage(new Pictures().bought("Chainsaw CS-50", 500).wrote("Hello", 1), before("lapsed", 100)));
    }

    @Test
    void whyIsTold() {
        var picture = new Pictures().bought("Chainsaw CS-50", 100).seen();

        var found = rule.of(rules, picture, null, 0).orElseThrow();

        assertEquals("Active", found.stage().name().en());
        assertEquals("Has bought", found.reasons().getFirst().says().en());
        assertEquals(
                "Chainsaw CS-50",
                found.reasons().getFirst().entries().getFirst().shown());
    }

    private String stage(Pictures pictures, Standing before) {
        var picture = pictures.seen();
        var risk = risks.of(rules, picture, before).score();
        return rule.of(rules, picture, before, risk).orElseThrow().stage().key();
    }

    private static Standing before(String stage, int daysAgo) {
        return new Standing(stage, Pictures.NOW.minus(Duration.ofDays(daysAgo)));
    }
}
