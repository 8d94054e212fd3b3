/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import fi.saumaton.customer.matching.Weights.Levels;

/**
 * Learns weights from a company's own records without being told who is who: expectation maximisation (Dempster, Laird
 * and Rubin, 1977; for record linkage Winkler, 1988). Each round scores the pairs that share a key with the weights so
 * far, and counts the levels of agreement anew, each pair as much as it is probably one person. What strangers have in
 * common is counted on pairs taken at random. A few people teach little: the starting weights count as some pairs more.
 */
public final class Training {
    private static final int ROUNDS = 25;
    private static final double STILL = 0.0005;
    private static final int STRANGERS = 100_000;
    private static final double TRUST_IN_SAME = 50;
    private static final double TRUST_IN_OTHER = 2_000;
    private static final int LEVELS = 4;
    private static final long SEED = 20_261_122;

    private final List<Person> people;
    private final long[] pairs;
    private final Frequencies frequencies;
    private final Weights start;

    public Training(List<Person> people, Weights start) {
        this.people = people;
        this.pairs = PairSearch.within(people).pairs().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        this.frequencies = Frequencies.count(people);
        this.start = start;
    }

    public Weights learn() {
        if (people.size() < 2) {
            return start;
        }
        var other = strangers();
        var weights = with(start, other, same(start), start.swap(), start.repeats(), start.household());
        for (int round = 0; round < ROUNDS; round++) {
            var next = round(weights, other);
            if (distance(weights, next) < STILL) {
                return next;
            }
            weights = next;
        }
        return weights;
    }

    private Weights round(Weights weights, Map<Field, double[]> other) {
        var scorer = new Scorer(weights, frequencies, people.size());
        Map<Field, double[]> counts = counts();
        double same = 0;
        double housemates = 0;
        double swappable = TRUST_IN_SAME;
        double swapped = TRUST_IN_SAME * start.swap();
        for (long pair : pairs) {
            var score = scorer.score(people.get((int) (pair >>> 32)), people.get((int) pair));
            same += score.probability();
            housemates += score.householdProbability();
            for (var reason : score.reasons()) {
                counts.get(reason.field())[reason.level().ordinal()] += score.probability();
                swappable += score.probability();
                swapped += reason.swapped() ? score.probability() : 0;
            }
        }
        double records = people.size();
        return with(
                start,
                other,
                shares(counts, same(start), TRUST_IN_SAME),
                swapped / swappable,
                (2 * same + TRUST_IN_SAME * start.repeats()) / (records + TRUST_IN_SAME),
                (2 * housemates + TRUST_IN_SAME * start.household()) / (records + TRUST_IN_SAME));
    }

    /** How strangers agree, counted on pairs taken at random; always the same ones for the same people. */
    private Map<Field, double[]> strangers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var counts = counts();
        long drawn = Math.min(STRANGERS, (long) people.size() * (people.size() - 1) / 2);
        for (long i = 0; i < drawn; i++) {
            var a = people.get(random.nextInt(people.size()));
            var b = people.get(random.nextInt(people.size()));
            if (a != b) {
                for (var field : Field.values()) {
                    var level = LevelRule.level(field, a.get(field), b.get(field));
                    if (level != Level.MISSING) {
                        counts.get(field)[level.ordinal()]++;
                    }
                }
            }
        }
        var before = new EnumMap<Field, double[]>(Field.class);
        start.fields().forEach((field, levels) -> before.put(field, levels.other()));
        return shares(counts, before, TRUST_IN_OTHER);
    }

    private static Map<Field, double[]> shares(Map<Field, double[]> counts, Map<Field, double[]> before, double trust) {
        var shares = new EnumMap<Field, double[]>(Field.class);
        counts.forEach((field, count) -> {
            double all = Arrays.stream(count).sum() + trust;
            var share = new double[LEVELS];
            for (int level = 0; level < LEVELS; level++) {
                share[level] = (count[level] + trust * before.get(field)[level]) / all;
            }
            shares.put(field, share);
        });
        return shares;
    }

    private static Map<Field, double[]> counts() {
        var counts = new EnumMap<Field, double[]>(Field.class);
        for (var field : Field.values()) {
            counts.put(field, new double[LEVELS]);
        }
        return counts;
    }

    private static Map<Field, double[]> same(Weights weights) {
        var same = new EnumMap<Field, double[]>(Field.class);
        weights.fields().forEach((field, levels) -> same.put(field, levels.same()));
        return same;
    }

    private static Weights with(
            Weights start,
            Map<Field, double[]> other,
            Map<Field, double[]> same,
            double swap,
            double repeats,
            double household) {
        var fields = new EnumMap<Field, Levels>(Field.class);
        start.fields().keySet().forEach(field -> fields.put(field, new Levels(same.get(field), other.get(field))));
        return new Weights(fields, swap, repeats, household);
    }

    private static double distance(Weights a, Weights b) {
        double most = Math.abs(a.swap() - b.swap());
        for (var field : a.fields().keySet()) {
            for (int level = 0; level < LEVELS; level++) {
                most = Math.max(
                        most,
                        Math.abs(a.fields().get(field).same()[level]
                                - b.fields().get(field).same()[level]));
            }
        }
        return most;
    }
}
