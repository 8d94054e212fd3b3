/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How often values occur in the company's own data: two people called Virtanen say less than two called Mallikas.
 *
 * @param people how many people were counted
 * @param counts how many people have a value; one that occurs once may be left out
 */
public record Frequencies(long people, Map<Field, Map<String, Integer>> counts) {
    public static Frequencies none() {
        return new Frequencies(0, Map.of());
    }

    public static Frequencies count(Collection<Person> people) {
        var counts = new EnumMap<Field, Map<String, Integer>>(Field.class);
        for (var person : people) {
            person.values()
                    .forEach((field, value) -> counts.computeIfAbsent(field, any -> new HashMap<>())
                            .merge(value, 1, Integer::sum));
        }
        return new Frequencies(people.size(), counts);
    }

    /**
     * How probable it is that somebody else has the same value. Until enough people are counted, the average speaks: as
     * if one person in 1/average had the value.
     *
     * @param average the probability for two people taken at random, whatever the value
     */
    double of(Field field, String value, double average) {
        int count = counts.getOrDefault(field, Map.of()).getOrDefault(value, 1);
        return count / (people + 1 / average);
    }
}
