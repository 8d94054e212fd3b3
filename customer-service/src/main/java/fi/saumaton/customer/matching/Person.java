/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of one person, to be compared with others.
 *
 * @param values as {@link PersonRule} writes them; what is not known is absent
 */
public record Person(UUID id, Map<Field, String> values) {

    /** Takes values as people write them, and leaves out what says nothing. */
    public static Person of(UUID id, Map<Field, String> written) {
        var values = new EnumMap<Field, String>(Field.class);
        written.forEach((field, value) -> {
            var normalised = PersonRule.normalise(field, value);
            if (!normalised.isEmpty()) {
                values.put(field, normalised);
            }
        });
        return new Person(id, values);
    }

    /** Null when not known. */
    public String get(Field field) {
        return values.get(field);
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return id + " " + values.keySet();
    }
}
