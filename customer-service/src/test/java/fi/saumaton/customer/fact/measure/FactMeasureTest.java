/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.measure;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** How well facts are picked up from messages in three languages, a third of them traps. */
class FactMeasureTest {
    private static final FactReader READER =
            new FactReader(new CompanyFile(Yaml.resource("/facts/company.yaml")), "FI");

    /** {@code held-back.jsonl} was written before the rules, and they are not tuned on it. */
    @ParameterizedTest
    @ValueSource(strings = {"held-back.jsonl", "tuning.jsonl"})
    void factsArePickedUp(String file) throws IOException {
        var measure = measure(file);
        System.out.println(file + " " + measure.json());
        assertTrue(
                measure.all().recall() >= 0.9, () -> "recall " + measure.all().recall());
        assertTrue(
                measure.all().precision() >= 0.95,
                () -> "precision " + measure.all().precision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"held-back.jsonl", "tuning.jsonl"})
    void languagesAreToldOrLeftOpen(String file) throws IOException {
        var language = measure(file).of(FactMeasure.LANGUAGE);
        assertTrue(language.precision() >= 0.99, () -> "precision " + language.precision());
        assertTrue(language.recall() >= 0.9, () -> "recall " + language.recall());
    }

    @ParameterizedTest
    @ValueSource(strings = {"held-back.jsonl", "tuning.jsonl"})
    void secretsAreSeen(String file) throws IOException {
        var secrets = measure(file).of(FactMeasure.SECRET);
        assertTrue(
                secrets.precision() == 1 && secrets.recall() == 1,
                () -> secrets.figures().toString());
    }

    @Test
    void aThirdOfTheMessagesAreTraps() throws IOException {
        var measure = measure("held-back.jsonl", "tuning.jsonl");
        assertTrue(measure.messages() >= 300, () -> measure.messages() + " messages");
        assertTrue(3 * measure.traps() >= measure.messages(), () -> measure.traps() + " traps");
    }

    private static FactMeasure measure(String... files) throws IOException {
        var measure = new FactMeasure(READER);
        for (var file : files) {
            measure.read(Path.of("src/test/resources/facts", file));
        }
        return measure;
    }
}
