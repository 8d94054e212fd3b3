/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.kit.condition.Vocabulary.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Vocabulary VOCABULARY = new Vocabulary()
            .shape("Thing", Map.of("name", Kind.TEXT, "price", Kind.NUMBER, "at", Kind.TIME))
            .shape("Owner", Map.of("name", Kind.TEXT, "known", Kind.YES_NO))
            .variable("count", Kind.WHOLE)
            .variable("now", Kind.TIME)
            .one("owner", "Owner")
            .list("things", "Thing");
    private static final Map<String, Object> SAW = Map.of("name", "Sahanterä", "price", 39.5, "at", NOW);
    private static final Map<String, Object> OIL =
            Map.of("name", "Ketjuöljyä", "price", 9.9, "at", NOW.minus(Duration.ofDays(3)));

    private final Conditions conditions = new Conditions(VOCABULARY, Limits.USUAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "count > 1 && owner.known | true",
                "owner.name == 'Mikko' | false",
                "things.exists(t, t.price > 39.0) | true",
                "now - things[1].at > duration('48h') | true",
                "things.all(t, t.name.mentions('ketjuöljy')) | false",
                "things.exists(t, t.name.mentions(['OLJA', 'KETJUÖLJY'])) | true",
                "'foil'.mentions('oil') | false",
                "'chain oil'.mentions('oil') | true",
                "'x'.mentions('') | false",
            })
    void conditionsHoldOrNot(String text, boolean holds) {
        assertEquals(
                holds, conditions.compile(text).evaluate(situation(SAW, OIL)).holds());
    }

    @Test
    void aListHoldsByItsEntries() {
        var cheap = conditions.compile("things.filter(t, t.price < 10.0)");

        assertEquals(new Condition.Answer(true, List.of(OIL)), cheap.evaluate(situation(SAW, OIL)));
        assertEquals(new Condition.Answer(false, List.of()), cheap.evaluate(situation(SAW)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "things.exists(t, t.nmae == 'x') | 1 | 19 | undefined field 'nmae'",
                "count > | 1 | 8 | mismatched input",
                "count > 1 && stock > 3 | 1 | 14 | undeclared reference to 'stock'",
                "count > 'many' | 1 | 7 | found no matching overload",
                "count + 1 | 1 | 1 | must be true or false",
            })
    void mistakesHaveAPlace(String text, int line, int column, String message) {
        var mistake = assertThrows(ConditionMistakeException.class, () -> conditions.compile(text))
                .mistakes()
                .getFirst();

        assertEquals(line + ":" + column, mistake.line() + ":" + mistake.column());
        assertTrue(mistake.message().contains(message), mistake.message());
    }

    @Test
    void mistakesInLaterLinesAreFoundThere() {
        var refused =
                assertThrows(ConditionMistakeException.class, () -> conditions.compile("count > 1 &&\n  owner.knwon"));

        assertEquals(2, refused.mistakes().getFirst().line());
        assertEquals(8, refused.mistakes().getFirst().column());
        assertTrue(refused.getMessage().startsWith("2:8 "), refused.getMessage());
    }

    @Test
    void loopsOverLoopsAreStopped() {
        var all = conditions.compile("things.all(a, things.all(b, things.all(c, a.price + b.price + c.price > 0.0)))");
        var many = IntStream.range(0, 200).mapToObj(i -> SAW).toArray();

        var failure = assertThrows(ConditionFailedException.class, () -> all.evaluate(situation(many)));
        assertEquals("It takes more than 50000 steps", failure.getMessage());
        assertTrue(all.evaluate(situation(SAW, OIL)).holds());
    }

    @Test
    void longEvaluationsAreStopped() {
        var impatient = new Conditions(VOCABULARY, new Limits(2_000, 32, 1_000_000, Duration.ZERO));
        var many = IntStream.range(0, 200).mapToObj(i -> SAW).toArray();

        var failure = assertThrows(
                ConditionFailedException.class,
                () -> impatient.compile("things.all(t, t.price > 0.0)").evaluate(situation(many)));
        assertEquals("It takes longer than 0 ms", failure.getMessage());
    }

    @Test
    void longOrDeepTextsAreRefused() {
        assertThrows(ConditionMistakeException.class, () -> conditions.compile("count > 1" + " ".repeat(2_000)));
        assertThrows(
                ConditionMistakeException.class,
                () -> conditions.compile("(".repeat(200) + "count > 1" + ")".repeat(200)));
    }

    @Test
    void whatIsNotThereFailsInsteadOfHolding() {
        var third = conditions.compile("things[2].price > 1.0");

        assertThrows(ConditionFailedException.class, () -> third.evaluate(situation(SAW)));
    }

    @Test
    void aPatternThatWouldHangElsewhereAnswersAtOnce() {
        var pattern = conditions.compile("owner.name.matches('(a+)+$')");
        Map<String, Object> hostile = Map.of("name", "a".repeat(5_000) + "!", "known", true);
        Map<String, Object> situation = Map.of("owner", hostile, "things", List.of(), "now", NOW, "count", 0L);

        assertFalse(pattern.evaluate(situation).holds());
    }

    private static Map<String, Object> situation(Object... things) {
        return Map.of(
                "count",
                (long) things.length,
                "now",
                NOW,
                "owner",
                Map.of("name", "Jenni", "known", true),
                "things",
                List.of(things));
    }
}
