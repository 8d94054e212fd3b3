/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PairSearchTest {
    @Test
    void carelesslyTypedRecordsFindTheirPerson() {
        var people = new People(1).with(3_000, 2, 3);
        var found =
                find(people.records(), Weights.defaults(), Thresholds.defaults().confirm());

        long right = found.stream().filter(people::same).count();
        assertTrue(right >= 0.95 * people.pairs(), right + " of " + people.pairs());
        assertTrue(right >= 0.99 * found.size(), right + " of " + found.size());
    }

    @Test
    void thePeopleOfOneHouseholdStayApart() {
        var people = new People(2).with(2_000, 1, 2).withHouseholds();

        var found =
                find(people.records(), Weights.defaults(), Thresholds.defaults().automatic());

        assertTrue(found.size() > 500, found.size() + " pairs");
        assertEquals(
                List.of(), found.stream().filter(pair -> !people.same(pair)).toList());
    }

    @Test
    void comparisonsGrowWithPeopleNotWithPairs() {
        int some = compared(5_000);
        int twice = compared(10_000);

        assertTrue(twice < 2.1 * some, some + " pairs, then " + twice);
    }

    /** Among people who have much in common, so that every block is large. */
    private static int compared(int number) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(Person.of(
                    new UUID(7, i),
                    Map.of(
                            Field.GIVEN_NAME, "mikko" + i % 7,
                            Field.FAMILY_NAME, "mallikas" + i % 50,
                            Field.BIRTH_DATE, "1980030" + i % 9,
                            Field.STREET, "pitkakatu" + i % 11,
                            Field.STREET_NUMBER, "" + i % 13,
                            Field.POSTAL_CODE, "3310" + i % 3,
                            Field.LOCALITY, "tampere")));
        }
        return PairSearch.within(people).pairs().size();
    }

    @Test
    void aDateThatStandsForUnknownDoesNotMakeEverybodyMeetEverybody() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            people.add(Person.of(
                    UUID.randomUUID(), Map.of(Field.BIRTH_DATE, "1900-01-01", Field.FAMILY_NAME, "Name" + i)));
        }

        int compared = PairSearch.within(people).pairs().size();

        assertTrue(compared <= 10 * people.size() * 3, compared + " pairs");
    }

    @Test
    void twoPopulationsAreComparedWithEachOtherOnly() {
        var mikko = Map.of(Field.NATIONAL_ID, "5729082");
        var first = List.of(Person.of(new UUID(1, 1), mikko), Person.of(new UUID(1, 2), mikko));
        var second = List.of(Person.of(new UUID(2, 1), mikko));

        var search = PairSearch.between(first, second);

        assertEquals(2, search.pairs().size());
        assertTrue(search.candidates(search.pairs(), scorer(search.people(), Weights.defaults()), 0).stream()
                .allMatch(found -> found.b().id().equals(new UUID(2, 1))));
    }

    @Test
    void withoutPeopleThereIsNothingToCompare() {
        assertEquals(0, PairSearch.within(List.of()).pairs().size());
        assertEquals(0, PairSearch.between(List.of(), List.of()).pairs().size());
        assertEquals(List.of(), List.copyOf(BlockingRule.keys(Person.of(UUID.randomUUID(), Map.of()))));
    }

    @Test
    void whatIsLearnedFitsThePeopleItWasLearnedFrom() {
        var people = new People(4).with(3_000, 2, 4).withHouseholds();
        var weights = new Training(people.records(), Weights.defaults()).learn();

        var found = find(people.records(), weights, Thresholds.defaults().confirm());

        long right = found.stream().filter(people::same).count();
        assertTrue(right >= 0.97 * people.pairs(), right + " of " + people.pairs());
        assertTrue(right >= 0.995 * found.size(), right + " of " + found.size());
        double records = people.records().size();
        assertEquals(2 * people.pairs() / records, weights.repeats(), 0.1);
        assertTrue(weights.household() > 0.3, "half of the people share a household: " + weights.household());
        assertTrue(weights.swap() > 0.01, "names were swapped: " + weights.swap());
    }

    @Test
    void aHandfulOfPeopleTeachesNextToNothing() {
        var few = new People(5).with(5, 1, 1).records();

        var weights = new Training(few, Weights.defaults()).learn();

        Weights.defaults()
                .fields()
                .forEach((field, levels) -> assertEquals(
                        levels.same()[0], weights.fields().get(field).same()[0], 0.05));
        assertEquals(
                Weights.defaults().repeats(),
                new Training(List.of(), Weights.defaults()).learn().repeats());
    }

    private static List<Candidate> find(List<Person> people, Weights weights, double atLeast) {
        var search = PairSearch.within(people);
        return search.candidates(search.pairs(), scorer(people, weights), atLeast);
    }

    private static Scorer scorer(List<Person> people, Weights weights) {
        return new Scorer(weights, Frequencies.count(people), people.size());
    }
}
