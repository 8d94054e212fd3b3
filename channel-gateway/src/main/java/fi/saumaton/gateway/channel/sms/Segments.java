/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.util.HashSet;
import java.util.Set;

/**
 * How many text messages a text is, and so what it costs (3GPP TS 23.038 and 23.040). In the GSM alphabet 160 characters fit, 153 a piece when there are
 * several; a single character outside it makes the whole text UCS-2, with 70 and 67. Finnish and Swedish letters are in the GSM alphabet.
 *
 * @param units seven-bit characters or 16-bit ones; a character of the extension table is two of the first, an emoji two of the second
 */
record Segments(Alphabet alphabet, int units, int count) {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final Set<Character> SINGLE = characters(BASIC);
    private static final Set<Character> DOUBLE = characters(EXTENSION);

    /** How a text travels. */
    enum Alphabet {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Alphabet(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    static Segments of(String text) {
        var alphabet = text.chars().allMatch(c -> SINGLE.contains((char) c) || DOUBLE.contains((char) c))
                ? Alphabet.GSM_7
                : Alphabet.UCS_2;
        int units = 0;
        int index = 0;
        while (index < text.length()) {
            units += width(alphabet, text, index);
            index += Character.charCount(text.codePointAt(index));
        }
        return new Segments(alphabet, units, units <= alphabet.alone ? 1 : pieces(alphabet, text));
    }

    /** A character of two units is never torn apart, so a piece can stay one unit short. */
    private static int pieces(Alphabet alphabet, String text) {
        int pieces = 1;
        int used = 0;
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int width = width(alphabet, text, index);
            if (used + width > alphabet.joined) {
                pieces++;
                used = 0;
            }
            used += width;
        }
        return pieces;
    }

    private static int width(Alphabet alphabet, String text, int index) {
        return switch (alphabet) {
            case GSM_7 -> DOUBLE.contains(text.charAt(index)) ? 2 : 1;
            case UCS_2 -> Character.charCount(text.codePointAt(index));
        };
    }

    private static Set<Character> characters(String text) {
        var all = new HashSet<Character>();
        text.chars().forEach(c -> all.add((char) c));
        return Set.copyOf(all);
    }
}
