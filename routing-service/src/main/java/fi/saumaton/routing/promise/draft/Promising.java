/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.regex.Pattern;

import fi.saumaton.routing.promise.PromiseKind;

/**
 * Words by which somebody of ours binds themselves.
 *
 * @param needsTime whether they are a promise only with a time: "I'll check it" is none, "I'll call you back" is
 */
record Promising(Pattern words, PromiseKind kind, boolean needsTime) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, FLAGS);
    }

    static Promising timed(PromiseKind kind, String regex) {
        return new Promising(pattern(regex), kind, true);
    }

    static Promising always(PromiseKind kind, String regex) {
        return new Promising(pattern(regex), kind, false);
    }
}
