/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.matching.Score.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScorerTest {
    private static final Map<Field, String> MIKKO = Map.of(
            Field.GIVEN_NAME, "Mikko",
            Field.FAMILY_NAME, "Mallikas",
            Field.BIRTH_DATE, "1980-03-04",
            Field.STREET, "Pitkäkatu",
            Field.STREET_NUMBER, "12",
            Field.POSTAL_CODE, "33100",
            Field.LOCALITY, "Tampere");
    private final Scorer scorer = new Scorer(Weights.defaults(), Frequencies.none(), 10_000);

    @Test
    void everyReasonIsShownAndTheyMakeTheWeight() {
        var score = score(MIKKO, with(MIKKO, Field.FAMILY_NAME, "Malikas"));

        assertEquals(7, score.reasons().size());
        var family = reason(score, Field.FAMILY_NAME);
        assertEquals(Level.CLOSE, family.level());
        assertEquals(Weights.log2(0.20 / 0.0010), family.bits(), 1e-9);
        double prior = Weights.log2(1.0 / 10_000) + 2 * Weights.log2(1 - 0.04);
        assertEquals(prior + score.reasons().stream().mapToDouble(Reason::bits).sum(), score.bits(), 1e-9);
        assertTrue(score.probability() > 0.9999);
    }

    @Test
    void itDoesNotMatterWhoIsComparedWithWhom() {
        var other = with(with(MIKKO, Field.GIVEN_NAME, "Mallikas"), Field.FAMILY_NAME, "Miko");

        assertEquals(score(MIKKO, other).bits(), score(other, MIKKO).bits(), 1e-9);
    }

    @Test
    void namesInTheWrongOrderAreRecognised() {
        var swapped = with(with(MIKKO, Field.GIVEN_NAME, "Mallikas"), Field.FAMILY_NAME, "Mikko");

        var score = score(MIKKO, swapped);

        assertTrue(reason(score, Field.GIVEN_NAME).swapped());
        assertEquals(Level.EXACT, reason(score, Field.FAMILY_NAME).level());
        assertTrue(score.probability() > 0.9999);
        assertFalse(reason(score(MIKKO, MIKKO), Field.GIVEN_NAME).swapped());
    }

    @Test
    void whatIsMissingSpeaksNeitherForNorAgainst() {
        var without = new EnumMap<>(MIKKO);
        without.remove(Field.BIRTH_DATE);
        var bits = score(MIKKO, MIKKO).bits();

        var score = score(MIKKO, without);

        assertEquals(bits - reason(score(MIKKO, MIKKO), Field.BIRTH_DATE).bits(), score.bits(), 1e-9);
        assertTrue(score.reasons().stream().noneMatch(reason -> reason.field() == Field.BIRTH_DATE));
    }

    @Test
    void aSpouseAtTheSameAddressIsAnotherPerson() {
        var spouse = with(with(MIKKO, Field.GIVEN_NAME, "Jenni"), Field.BIRTH_DATE, "1982-11-23");

        var score = score(MIKKO, spouse);

        assertTrue(score.probability() < 0.1, "probability " + score.probability());
        assertTrue(score.householdProbability() > 0.9);
    }

    @Test
    void aSharedMailboxOfAFamilyMakesNobodyOfTwo() {
        var mikko = with(MIKKO, Field.EMAIL, "family@example.test");
        var spouse = with(with(mikko, Field.GIVEN_NAME, "Jenni"), Field.BIRTH_DATE, "1982-11-23");

        assertTrue(score(mikko, spouse).probability() < Thresholds.defaults().confirm());
    }

    @Test
    void aRareNameSaysMoreThanACommonOne() {
        Map<String, Integer> names = Map.of("virtanen", 900);
        var frequencies = new Frequencies(10_000, Map.of(Field.FAMILY_NAME, names));
        var counting = new Scorer(Weights.defaults(), frequencies, 10_000);
        var virtanen = Map.of(Field.GIVEN_NAME, "Mikko", Field.FAMILY_NAME, "Virtanen");
        var mallikas = Map.of(Field.GIVEN_NAME, "Mikko", Field.FAMILY_NAME, "Mallikas");

        double common = reason(counting.score(person(virtanen), person(virtanen)), Field.FAMILY_NAME)
                .bits();
        double rare = reason(counting.score(person(mallikas), person(mallikas)), Field.FAMILY_NAME)
                .bits();

        assertEquals(Weights.log2(0.69 / (900 / (10_000 + 1 / 0.0035))), common, 1e-9);
        assertEquals(Weights.log2(0.69 / (1 / (10_000 + 1 / 0.0035))), rare, 1e-9);
    }

    @Test
    void aNameAloneIsNotEnough() {
        var name = Map.of(Field.GIVEN_NAME, "Mikko", Field.FAMILY_NAME, "Mallikas");

        assertTrue(score(name, name).probability() < Thresholds.defaults().confirm());
    }

    private Score score(Map<Field, String> a, Map<Field, String> b) {
        return scorer.score(person(a), person(b));
    }

    private static Reason reason(Score score, Field field) {
        return score.reasons().stream()
                .filter(reason -> reason.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private static Person person(Map<Field, String> values) {
        return Person.of(UUID.randomUUID(), values);
    }

    private static Map<Field, String> with(Map<Field, String> person, Field field, String value) {
        var changed = new EnumMap<>(person);
        changed.put(field, value);
        return changed;
    }
}
