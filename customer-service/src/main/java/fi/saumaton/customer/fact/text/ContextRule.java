/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/** Whether something in a text is meant as the writer's own: not denied, no example, nobody else's. */
final class ContextRule {
    private static final int NEAR = 4;

    private ContextRule() {}

    /** "…, e.g. 12345". */
    static boolean isExample(Words words, int from, int to) {
        for (int i = from - 1; from - i <= NEAR && words.inOneSentence(i, from); i--) {
            if (words.is(i, Tag.EXAMPLE)) {
                return true;
            }
            if (hasComma(words, i)) {
                return false;
            }
        }
        return words.inOneSentence(to, to + 1) && words.is(to + 1, Tag.EXAMPLE);
    }

    /** "not order 12345", "not 12345 but 12346": a denial that governs it, and not one of the whole sentence. */
    static boolean isDenied(Words words, int from) {
        for (int i = from - 1; i >= 0 && from - i <= 6 && words.inOneSentence(i, from); i--) {
            if (hasComma(words, i)) {
                return false;
            }
            if (words.is(i, Tag.NOT)) {
                return true;
            }
            if (!isLink(words, i)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isLink(Words words, int i) {
        return words.is(i, Tag.FILLER)
                || words.is(i, Tag.LABEL)
                || words.is(i, Tag.BESIDE)
                || words.is(i, Tag.REFERENCE)
                || words.is(i, Tag.MINE);
    }

    /** "wrong number: …", "… is wrong". */
    static boolean isWrong(Words words, int from, int to) {
        return within(words, from - 1, -1, NEAR, Tag.WRONG)
                || (words.is(to + 1, Tag.COPULA) && within(words, to + 2, 1, 2, Tag.WRONG));
    }

    /** "my old address was …"; "… is my old address". */
    static boolean isFormer(Words words, int from, int to) {
        return within(words, from - 1, -1, NEAR, Tag.FORMER)
                || (words.is(to + 1, Tag.COPULA) && within(words, to + 2, 1, 3, Tag.FORMER));
    }

    /** Belongs to somebody else: "my neighbour's …", "… is her number". */
    static boolean isTheirs(Words words, int from, int to) {
        int theirs = find(words, from - 1, -1, 6, Tag.THEIRS);
        if (theirs >= 0 && find(words, from - 1, -1, from - 1 - theirs, Tag.MINE) < 0) {
            return true;
        }
        return words.is(to + 1, Tag.THEIRS)
                || (words.is(to + 1, Tag.COPULA) && within(words, to + 2, 1, 2, Tag.THEIRS));
    }

    /** Somebody else is spoken of just before, and not the writer: "call my wife at …". */
    static boolean isSomebodys(Words words, int from, int to) {
        int person = find(words, from - 1, -1, 7, Tag.PERSON);
        return person >= 0 && find(words, from - 1, -1, from - 1 - person, Tag.MINE) < 0
                || words.is(to + 1, Tag.PERSON)
                || isTheirs(words, from, to);
    }

    /** The company's: "your number …", "I called …". */
    static boolean isOurs(Words words, int from) {
        int ours = Math.max(find(words, from - 1, -1, 6, Tag.OURS), find(words, from - 1, -1, 4, Tag.CALLED));
        return ours >= 0 && find(words, from - 1, -1, from - 1 - ours, Tag.MINE) < 0;
    }

    /** Within so many words in a direction, in the same sentence. */
    static boolean within(Words words, int from, int step, int reach, Tag tag) {
        return find(words, from, step, reach, tag) >= 0;
    }

    static int find(Words words, int from, int step, int reach, Tag tag) {
        for (int n = 0, i = from; n < reach; n++, i += step) {
            if (!words.inOneSentence(i, from)) {
                return -1;
            }
            if (words.is(i, tag)) {
                return i;
            }
        }
        return -1;
    }

    static boolean hasComma(Words words, int i) {
        var gap = words.gap(i);
        return gap.indexOf(',') >= 0 || gap.indexOf(';') >= 0;
    }
}
