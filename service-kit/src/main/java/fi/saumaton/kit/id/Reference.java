/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.id;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/**
 * A short reference that people read aloud and type, as {@code 7KQ2M-X9RFD}: nine random characters and one check
 * character of Crockford's base 32 (no I, L, O, U; case and hyphens don't matter).
 *
 * <p>The check character is that of a Reed–Solomon code over GF(32) with the generator polynomial (x − α), α a root of
 * the primitive polynomial x⁵ + x² + 1: the characters c₀…c₉, as elements of the field, satisfy Σ cᵢ·α⁹⁻ⁱ = 0. Since no
 * power of α is zero, every wrong character is found; since the powers of α are distinct up to the 30th, every exchange
 * of two different characters is found too, wherever they stand.
 *
 * <p>Nine characters are 45 bits: references are hard to guess, not unique by themselves. Keep a unique constraint.
 */
public final class Reference {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = 9;
    private static final int GROUP = 5;
    private static final int BITS = 5;
    private static final int FIELD = 32;
    private static final int PRIMITIVE_POLYNOMIAL = 0b100101;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int[] VALUES = values();

    private Reference() {}

    /** A new random reference. */
    public static String next() {
        return of(RANDOM.nextLong());
    }

    /** Whether the text is a reference, however it is spelled; most mistypings are not. */
    public static boolean valid(String text) {
        return normalise(text) != null;
    }

    /** The reference in its canonical spelling, {@code null} when it isn't one. */
    public static String normalise(String text) {
        if (text == null || text.length() > FIELD) {
            return null;
        }
        StringBuilder letters = new StringBuilder(DATA + 1);
        int sum = 0;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == '-' || c == ' ') {
                continue;
            }
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return null;
            }
            sum = timesAlpha(sum) ^ value;
            letters.append(ALPHABET.charAt(value));
        }
        return letters.length() == DATA + 1 && sum == 0 ? grouped(letters) : null;
    }

    static String of(long random) {
        StringBuilder letters = new StringBuilder(DATA + 1);
        int sum = 0;
        for (int i = 0; i < DATA; i++) {
            int value = (int) (random >>> (i * BITS)) & (FIELD - 1);
            sum = timesAlpha(sum) ^ value;
            letters.append(ALPHABET.charAt(value));
        }
        return grouped(letters.append(ALPHABET.charAt(timesAlpha(sum))));
    }

    private static String grouped(StringBuilder letters) {
        return letters.insert(GROUP, '-').toString();
    }

    /** Multiplication by α in GF(32). */
    private static int timesAlpha(int element) {
        int shifted = element << 1;
        return (shifted & FIELD) == 0 ? shifted : shifted ^ PRIMITIVE_POLYNOMIAL;
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        values['O'] = 0;
        values['I'] = 1;
        values['L'] = 1;
        return values;
    }
}
