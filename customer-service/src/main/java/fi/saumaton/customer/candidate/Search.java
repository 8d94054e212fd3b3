/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.candidate.CandidateRepository.Found;
import fi.saumaton.customer.candidate.KeyRepository.Key;
import fi.saumaton.customer.matching.BlockingRule;
import fi.saumaton.customer.matching.Field;
import fi.saumaton.customer.matching.Person;
import fi.saumaton.customer.matching.Score;
import fi.saumaton.customer.matching.Scorer;
import fi.saumaton.kit.id.Ids;

/** What one round of looking for similar people knows. */
final class Search {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<UUID, Person> people = new HashMap<>();
    private final Set<List<UUID>> pairs = new HashSet<>();

    void know(Map<UUID, Person> found) {
        people.putAll(found);
    }

    void compare(Set<List<UUID>> found) {
        pairs.addAll(found);
    }

    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        people.forEach((id, person) -> BlockingRule.keys(person).forEach(key -> keys.add(new Key(hash(key), id))));
        return keys;
    }

    /** FNV-1a, 64 bits: two keys that happen to have the same hash cost one comparison. */
    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** Those who are compared and not known yet. */
    Set<UUID> unknown() {
        Set<UUID> unknown = new HashSet<>();
        pairs.forEach(unknown::addAll);
        unknown.removeAll(people.keySet());
        return unknown;
    }

    /** All values that two of the people can agree on. */
    Map<Field, Set<String>> values() {
        Map<Field, Set<String>> values = new EnumMap<>(Field.class);
        people.values()
                .forEach(person -> person.values()
                        .forEach((field, value) -> values.computeIfAbsent(field, any -> new HashSet<>())
                                .add(value)));
        return values;
    }

    List<Found> found(Scorer scorer, double atLeast) {
        List<Found> found = new ArrayList<>();
        for (var pair : pairs) {
            var one = people.get(pair.getFirst());
            var other = people.get(pair.getLast());
            if (one != null && other != null) {
                var score = scorer.score(one, other);
                if (score.probability() >= atLeast) {
                    found.add(new Found(
                            Ids.next(),
                            one.id(),
                            other.id(),
                            score.probability(),
                            score.householdProbability(),
                            score.bits(),
                            reasons(score.reasons())));
                }
            }
        }
        return found;
    }

    private static List<CandidateView.Reason> reasons(Collection<Score.Reason> reasons) {
        return reasons.stream()
                .map(reason -> new CandidateView.Reason(
                        reason.field().code(),
                        reason.level().name().toLowerCase(Locale.ROOT),
                        reason.swapped(),
                        Math.round(reason.bits() * 10) / 10.0))
                .toList();
    }
}
