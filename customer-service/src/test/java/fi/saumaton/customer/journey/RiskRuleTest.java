/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.List;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.Pictures;
import fi.saumaton.customer.picture.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RiskRuleTest {
    private final JourneyRules rules = Defaults.rules();
    private final Judge judge = new Judge(JourneyWords.vocabulary());
    private final RiskRule rule = new RiskRule(judge);

    @Test
    void theConditionsThatComeAlongHaveNoMistakes() {
        assertEquals(List.of(), judge.mistakes(rules.clauses()));
        assertEquals(true, rules.namesAreUnique());
    }

    @Test
    void theSumIsOfTermsThatOneCanSee() {
        var picture = new Pictures()
                .bought("Chainsaw CS-50", 30)
                .happened("complaint", 40)
                .happened("complaint", 20)
                .happened("complaint", 10)
                .happened("issue-reopened", 5)
                .hasOpen("The chain breaks", 3, 40)
                .seen();

        var risk = rule.of(rules, picture, null);

        assertEquals(
                List.of("complaints 2x3=6", "reopened 1x2=2", "long-issues 1x2=2", "fresh-purchase 1x-2=-2"),
                risk.terms().stream()
                        .map(part -> "%s %dx%d=%d".formatted(part.key(), part.count(), part.points(), part.sum()))
                        .toList());
        assertEquals(8, risk.score());
        assertEquals("high", risk.level());
        assertEquals(3, risk.terms().getFirst().reason().entries().size());
    }

    @Test
    void whatIsOldCountsNoMore() {
        var picture = new Pictures()
                .bought("Chainsaw CS-50", 170)
                .happened("complaint", 91)
                .happened("refund", 91)
                .seen();

        assertEquals(new Risk(0, "low", List.of()), rule.of(rules, picture, null));
    }

    @Test
    void angerAndSilenceCountOnce() {
        assertEquals(3, rule.of(rules, new Pictures().angry().seen(), null).score());
        assertEquals(
                "raised", rule.of(rules, new Pictures().angry().seen(), null).level());
        assertEquals(
                List.of("silence"),
                rule.of(rules, new Pictures().bought("Chainsaw CS-50", 181).seen(), null).terms().stream()
                        .map(Risk.Part::key)
                        .toList());
    }

    @Test
    void whatKeepsACustomerTakesNothingBelowZero() {
        var risk = rule.of(rules, new Pictures().bought("Chainsaw CS-50", 1).seen(), null);

        assertEquals(0, risk.score());
        assertEquals(-2, risk.terms().getFirst().sum());
    }

    @Test
    void aTermThatFailsCountsForNothing() {
        var texts = new Texts("fi", "sv", "en");
        var broken = new Term("broken", 5, 1, new Clause(texts, "bought[7].product == 'x'"));
        var works = new Term("works", 4, 1, new Clause(texts, "true"));

        assertEquals(
                4,
                rule.of(new JourneyRules(rules.stages(), List.of(broken, works), 3, 6), new Pictures().seen(), null)
                        .score());
    }
}
