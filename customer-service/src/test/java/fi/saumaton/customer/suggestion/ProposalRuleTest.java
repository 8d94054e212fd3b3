/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.PictureWords;
import fi.saumaton.customer.picture.Pictures;
import fi.saumaton.customer.picture.Reason;
import fi.saumaton.customer.picture.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProposalRuleTest {
    private static final Texts TEXTS = new Texts("fi", "sv", "en");
    private static final String OIL = "Does the saw need special oil for the chain?";
    private final Judge judge = new Judge(PictureWords.vocabulary());
    private final ProposalRule rule = new ProposalRule(judge);

    @Test
    void whoBoughtAChainsawAndAskedAboutOilIsOfferedOil() throws IOException {
        var mikko = new Pictures().bought("Chainsaw CS-50", 4).wrote(OIL, 2).seen();

        var proposals = rule.of(List.of(chainOil()), mikko);

        assertEquals(1, proposals.size());
        var reasons = proposals.getFirst().reasons();
        assertEquals(
                List.of("Bought a chainsaw", "Asked about oil", "Has not bought chain oil"),
                reasons.stream().map(reason -> reason.says().en()).toList());
        assertEquals(
                new Reason.Evidence(
                        mikko.bought().getFirst().id().toString(), "Chainsaw CS-50", "2026-11-18T10:00:00Z"),
                reasons.getFirst().entries().getFirst());
        assertEquals(
                mikko.messages().getFirst().id().toString(),
                reasons.get(1).entries().getFirst().id());
        assertEquals(List.of(), reasons.get(2).entries());
    }

    @Test
    void whoMissesAConditionIsOfferedNothing() throws IOException {
        var rules = List.of(chainOil());

        assertEquals(List.of(), rule.of(rules, new Pictures().seen()));
        assertEquals(List.of(), rule.of(rules, new Pictures().wrote(OIL, 1).seen()));
        assertEquals(
                List.of(),
                rule.of(rules, new Pictures().bought("Chainsaw CS-50", 4).seen()));
        assertEquals(
                List.of(),
                rule.of(
                        rules,
                        new Pictures()
                                .bought("Moottorisaha CS-50", 4)
                                .wrote(OIL, 3)
                                .bought("Teräketjuöljy 1 l", 2)
                                .seen()));
    }

    @Test
    void theAngryAreOfferedNothing() throws IOException {
        var angry =
                new Pictures().bought("Chainsaw CS-50", 4).wrote(OIL, 2).angry().seen();

        assertEquals(List.of(), rule.of(List.of(chainOil()), angry));
    }

    @Test
    void theImportantComeFirstAndTheOffNever() {
        var rules = List.of(
                rule("b", true, 10, "true"),
                rule("a", true, 10, "true"),
                rule("off", false, 90, "true"),
                rule("first", true, 80, "customer.verified"));

        assertEquals(
                List.of("first", "a", "b"),
                rule.of(rules, new Pictures().seen()).stream()
                        .map(one -> one.rule().ruleId())
                        .toList());
    }

    @Test
    void aRuleThatFailsLeavesTheOthersAlone() {
        var rules = List.of(
                rule("fails", true, 90, "bought[3].product == 'x'"),
                rule("old", true, 80, "no.longer.there"),
                rule("works", true, 10, "true"));

        assertEquals(
                List.of("works"),
                rule.of(rules, new Pictures().seen()).stream()
                        .map(one -> one.rule().ruleId())
                        .toList());
    }

    @Test
    void mistakesNameTheirCondition() {
        var found = judge.mistakes(List.of(
                new Clause(TEXTS, "true"),
                new Clause(TEXTS, "bought.exists(b, b.produkt == 'x')"),
                new Clause(TEXTS, "now > yesterday")));

        assertEquals(List.of(1, 2), found.stream().map(Judge.Found::clause).toList());
        assertTrue(found.getFirst().mistake().message().contains("produkt"));
    }

    /** The rule that comes with the platform, as the migration has it. */
    static SuggestionRule chainOil() throws IOException {
        var sql = Files.readString(Path.of("src/main/resources/db/migration/V060__suggestion.sql"));
        var json =
                sql.substring(sql.indexOf("'{") + 1, sql.lastIndexOf("}'") + 1).replace("''", "'");
        return new SuggestionRule(
                "chain-oil", 1, new ObjectMapper().readValue(json, RuleContent.class), "saumaton", Pictures.NOW);
    }

    static SuggestionRule rule(String id, boolean active, int priority, String... conditions) {
        var clauses = Arrays.stream(conditions)
                .map(condition -> new Clause(TEXTS, condition))
                .toList();
        var content = new RuleContent(active, priority, TEXTS, TEXTS, clauses, 7, 0, 365);
        return new SuggestionRule(id, 1, content, "manager", Pictures.NOW);
    }
}
