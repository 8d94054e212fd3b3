/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.Optional;
import java.util.regex.Pattern;

import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** A pattern that takes no longer than its text, whatever the text: there is no backtracking in RE2. */
final class LinearPattern implements RegularExpression {
    /** Longest pattern, in characters. */
    static final int MAX_LENGTH = 200;
    /** Repetitions within repetitions, multiplied: each one is a copy of what it repeats. */
    static final int MAX_COPIES = 1_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})?(?:,(\\d{1,9})?)?}");

    private final com.google.re2j.Pattern pattern;

    private LinearPattern(String pattern) {
        this.pattern = com.google.re2j.Pattern.compile(pattern);
    }

    /** @throws PatternSyntaxException when it is none */
    static LinearPattern compile(String pattern) {
        return new LinearPattern(pattern);
    }

    /** Why it can't be used; empty when it can. */
    static Optional<String> fault(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            return Optional.of("is longer than 200 characters");
        }
        if (copies(pattern) > MAX_COPIES) {
            return Optional.of("repeats more than 1,000 times in all");
        }
        try {
            compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("is not a pattern of RE2: neither look-around nor back-references");
        }
    }

    private static long copies(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .mapToLong(repetition -> Math.max(number(repetition.group(1)), number(repetition.group(2))))
                .reduce(1, (a, b) -> Math.min(MAX_COPIES + 1, a * Math.max(1, b)));
    }

    private static long number(String digits) {
        return digits == null ? 1 : Long.parseLong(digits);
    }

    /** As JSON Schema has it: anywhere in the text, unless it is anchored. */
    @Override
    public boolean matches(String value) {
        return pattern.matcher(value).find();
    }
}
