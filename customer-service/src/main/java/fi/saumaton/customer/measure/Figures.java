/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import fi.saumaton.customer.matching.Candidate;
import fi.saumaton.customer.matching.Closure;
import fi.saumaton.customer.matching.Person;
import fi.saumaton.customer.matching.Thresholds;

/**
 * How well pairs were found, counted over all pairs that the closed candidates make; of two files only pairs across them.
 *
 * @param truePairs pairs of one person that there are
 * @param foundPairs pairs that were taken for one person
 * @param rightPairs those of them that are
 * @param candidatePairs pairs that were compared
 */
record Figures(
        Population population,
        long truePairs,
        long foundPairs,
        long rightPairs,
        int candidatePairs,
        long automaticPairs,
        long automaticRight,
        double seconds) {

    static Figures of(
            Population population, List<Candidate> candidates, int compared, Thresholds thresholds, double seconds) {
        var closure = new Closure<UUID>();
        candidates.forEach(found -> closure.join(found.a().id(), found.b().id()));
        var automatic = candidates.stream()
                .filter(found -> found.score().probability() >= thresholds.automatic())
                .toList();
        Function<Person, String> whoItIs = person -> population.truth().get(person.id());
        Function<Person, UUID> whoItSeems = person -> closure.root(person.id());
        return new Figures(
                population,
                pairs(population, whoItIs),
                pairs(population, whoItSeems),
                pairs(population, person -> List.of(whoItIs.apply(person), whoItSeems.apply(person))),
                compared,
                automatic.size(),
                automatic.stream()
                        .filter(found -> population.same(found.a(), found.b()))
                        .count(),
                seconds);
    }

    /** Pairs of records that are the same in the given sense. */
    private static long pairs(Population population, Function<Person, ?> sense) {
        var first = sizes(population.first(), sense);
        if (!population.linked()) {
            return first.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }
        var second = sizes(population.second(), sense);
        return first.entrySet().stream()
                .mapToLong(entry -> entry.getValue() * second.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private static Map<Object, Long> sizes(List<Person> people, Function<Person, ?> sense) {
        Map<Object, Long> sizes = new HashMap<>();
        people.forEach(person -> sizes.merge(sense.apply(person), 1L, Long::sum));
        return sizes;
    }

    double precision() {
        return share(rightPairs, foundPairs);
    }

    double recall() {
        return share(rightPairs, truePairs);
    }

    double f1() {
        return share(2 * rightPairs, foundPairs + truePairs);
    }

    /** Nothing taken is nothing wrong. */
    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    String json(boolean trained) {
        return String.format(
                Locale.ROOT,
                "{\"population\":\"%s\",\"records\":%d,\"truePairs\":%d,\"precision\":%.5f,\"recall\":%.5f,\"f1\":%.5f,"
                        + "\"candidatePairs\":%d,\"foundPairs\":%d,\"seconds\":%.2f,\"automaticPairs\":%d,"
                        + "\"automaticPrecision\":%.5f,\"trained\":%b}",
                population.name().replaceAll("[\"\\\\\\p{Cntrl}]", "?"),
                population.first().size() + population.second().size(),
                truePairs,
                precision(),
                recall(),
                f1(),
                candidatePairs,
                foundPairs,
                seconds,
                automaticPairs,
                share(automaticRight, automaticPairs),
                trained);
    }
}
