/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The pairs of a population that are worth comparing. Time grows with the number of people, not of pairs: a block that
 * is larger than the cap (a date that stands for "unknown", a common name) is put in order, and each person compared
 * with the next few only.
 */
public final class PairSearch {
    private static final int CAP = 25;
    private static final int WINDOW = 5;

    private static final Comparator<Person> ORDER = Comparator.comparing(
                    (Person person) -> text(person, Field.FAMILY_NAME) + text(person, Field.GIVEN_NAME))
            .thenComparing(person -> text(person, Field.BIRTH_DATE))
            .thenComparing(Person::id);

    private final List<Person> people;
    private final int firstOfSecond;

    private PairSearch(List<Person> people, int firstOfSecond) {
        this.people = people;
        this.firstOfSecond = firstOfSecond;
    }

    /** All pairs within one population. */
    public static PairSearch within(List<Person> people) {
        return new PairSearch(people, 0);
    }

    /** Only pairs of one person from each of two populations. */
    public static PairSearch between(List<Person> first, List<Person> second) {
        List<Person> all = new ArrayList<>(first);
        all.addAll(second);
        return new PairSearch(all, first.size());
    }

    /** The people that the indices of {@link #pairs} point at. */
    public List<Person> people() {
        return people;
    }

    /** Each pair once, as index of the lower one × 2³² + index of the higher one. */
    public Set<Long> pairs() {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            for (var key : BlockingRule.keys(people.get(i))) {
                blocks.computeIfAbsent(key, any -> new ArrayList<>(2)).add(i);
            }
        }
        Set<Long> pairs = new HashSet<>();
        blocks.values().forEach(block -> pairsOf(block, pairs::add));
        return pairs;
    }

    private void pairsOf(List<Integer> block, LongConsumer pairs) {
        int reach = block.size();
        if (block.size() > CAP) {
            block.sort(Comparator.comparing(people::get, ORDER));
            reach = WINDOW;
        }
        for (int i = 0; i < block.size(); i++) {
            int end = Math.min(block.size(), i + 1 + reach);
            for (int j = i + 1; j < end; j++) {
                int low = Math.min(block.get(i), block.get(j));
                int high = Math.max(block.get(i), block.get(j));
                if (firstOfSecond == 0 || low < firstOfSecond && high >= firstOfSecond) {
                    pairs.accept((long) low << 32 | high);
                }
            }
        }
    }

    /** Those of the pairs with at least the given probability of being one person, the surest first. */
    public List<Candidate> candidates(Set<Long> pairs, Scorer scorer, double atLeast) {
        List<Candidate> found = new ArrayList<>();
        for (long pair : pairs) {
            var a = people.get((int) (pair >>> 32));
            var b = people.get((int) pair);
            var score = scorer.score(a, b);
            if (score.probability() >= atLeast) {
                found.add(new Candidate(a, b, score));
            }
        }
        found.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.score().bits())
                .reversed());
        return found;
    }

    private static String text(Person person, Field field) {
        var value = person.get(field);
        return value == null ? "" : value;
    }
}
