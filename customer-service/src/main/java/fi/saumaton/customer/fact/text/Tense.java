/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/** Whether a part of a sentence tells of what was, or of what will be. */
enum Tense {
    PAST,
    FUTURE,
    OPEN;

    /** Of the clause around a word: up to a comma or a word that begins another clause. */
    static Tense of(Words words, int at) {
        var tense = OPEN;
        for (int step : new int[] {-1, 1}) {
            for (int i = at; words.inOneSentence(i, at); i += step) {
                if (i != at && (words.is(i, Tag.BREAK) || hasCommaTowards(words, i, step))) {
                    break;
                }
                if (words.is(i, Tag.PROMISED) || words.is(i, Tag.NOT_PAST)) {
                    return FUTURE;
                }
                if (words.is(i, Tag.PAST)) {
                    tense = PAST;
                }
            }
        }
        return tense;
    }

    private static boolean hasCommaTowards(Words words, int i, int step) {
        return ContextRule.hasComma(words, step < 0 ? i : i - 1);
    }
}
