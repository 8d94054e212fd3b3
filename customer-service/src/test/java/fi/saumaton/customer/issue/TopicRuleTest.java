/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Set;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Yaml;
import fi.saumaton.kit.id.Reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TopicRuleTest {
    private final TopicRule rule = new TopicRule(
            new FactReader(new CompanyFile(Yaml.resource("/facts/company.yaml")), "FI"),
            Set.of("order-number", "invoice-number"));

    @Test
    void aNumberIsWhatTheWordBesideItSays() {
        assertEquals(
                Set.of(new Topic.Number("order-number", "12345")),
                rule.read("Hei, missä tilaus 12345 viipyy? Soita 040 123 4567.").numbers());
        assertEquals(
                Set.of(new Topic.Number("invoice-number", "778899")),
                rule.read("The invoice number is 778899.").numbers());
    }

    @Test
    void politenessSaysNothing() {
        assertEquals(Topic.NONE, rule.read("Hello, any news? Thanks for your help!"));
        assertEquals(Topic.NONE, rule.read("Hei, onko mitään uutta? Kiitos!"));
        assertEquals(Topic.NONE, rule.read("Hej, finns det något svar? Tack!"));
        assertEquals(Topic.NONE, rule.read(null));
        assertEquals(Topic.NONE, rule.read("  "));
    }

    @Test
    void endingsDoNotMatterNorDoesTheLanguageOfAProduct() {
        assertTrue(likeness("Ruohonleikkuri ei käynnisty", "Vielä ruohonleikkurin käynnistyksestä") >= 0.34);
        assertTrue(likeness("Motorsågen startar inte", "The chainsaw again: it does not start") >= 0.34);
        assertEquals(0, likeness("Ruohonleikkuri ei käynnisty", "Lasku on väärin"));
    }

    @Test
    void whatIsSharedIsShownAsItWasWritten() {
        var now = rule.read("Vielä ruohonleikkurin käynnistyksestä");

        assertTrue(now.wordsIn(rule.read("Ruohonleikkuri ei käynnisty")).contains("käynnistyksestä"));
    }

    @Test
    void oneAndTheSameTextTwiceIsTheSameTopic() {
        var text = "The chainsaw does not start, order 12345";

        assertEquals(rule.read(text), rule.read(text).with(rule.read(text)));
        assertEquals(1, likeness(text, text));
        assertFalse(rule.read(text).contradicts(rule.read(text)));
        assertTrue(rule.read(text).contradicts(rule.read("Order 54321")));
    }

    @Test
    void referencesAreFoundInAnySpellingAndOnlyWholeOnes() {
        var reference = Reference.next();
        var plain = reference.replace("-", "").toLowerCase();

        assertEquals(Set.of(reference), TopicRule.references("Re: [" + reference + "] Oil?"));
        assertEquals(Set.of(reference), TopicRule.references("see " + plain + "."));
        assertEquals(Set.of(), TopicRule.references("x" + reference));
        assertEquals(Set.of(), TopicRule.references(null));
    }

    private double likeness(String one, String other) {
        return rule.read(one).likeness(rule.read(other));
    }
}
