/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text speaks of.
 *
 * @param numbers that tell one matter from another: an order's, an invoice's
 * @param words the beginnings of the words that carry meaning, each as it was written
 */
record Topic(Set<Number> numbers, Map<String, String> words) {
    static final Topic NONE = new Topic(Set.of(), Map.of());

    /** @param kind as the facts name it: {@code order-number} */
    record Number(String kind, String value) {
        private static final char BETWEEN = '=';

        String code() {
            return kind + BETWEEN + value;
        }

        static Number of(String code) {
            int between = code.indexOf(BETWEEN);
            return new Number(code.substring(0, between), code.substring(between + 1));
        }
    }

    static Topic of(Collection<String> numberCodes, Collection<String> stems) {
        Set<Number> numbers = new LinkedHashSet<>();
        numberCodes.forEach(code -> numbers.add(Number.of(code)));
        Map<String, String> words = new LinkedHashMap<>();
        stems.forEach(stem -> words.put(stem, stem));
        return new Topic(numbers, words);
    }

    /** Both together. */
    Topic with(Topic other) {
        Set<Number> allNumbers = new LinkedHashSet<>(numbers);
        allNumbers.addAll(other.numbers);
        Map<String, String> allWords = new LinkedHashMap<>(words);
        other.words.forEach(allWords::putIfAbsent);
        return new Topic(allNumbers, allWords);
    }

    List<Number> numbersIn(Topic other) {
        return numbers.stream().filter(other.numbers::contains).toList();
    }

    /** The words, as written here, that the other has too. */
    List<String> wordsIn(Topic other) {
        return words.entrySet().stream()
                .filter(word -> other.words.containsKey(word.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** Which part of the words of the one that says less the other says too: 0 to 1. */
    double likeness(Topic other) {
        int least = Math.min(words.size(), other.words.size());
        long shared = words.keySet().stream().filter(other.words::containsKey).count();
        return least == 0 ? 0 : (double) shared / least;
    }

    /** Whether both name a number of one kind, and never the same: two orders are two matters. */
    boolean contradicts(Topic other) {
        return numbers.stream()
                .anyMatch(mine -> other.numbers.stream()
                                .anyMatch(its -> its.kind().equals(mine.kind()))
                        && numbers.stream()
                                .noneMatch(any -> any.kind().equals(mine.kind()) && other.numbers.contains(any)));
    }
}
