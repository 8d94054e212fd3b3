/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into messages that Telegram takes: between paragraphs where it can, never within a character. */
final class TextParts {
    /** UTF-16 units in one message; what Java counts as chars. */
    static final int LONGEST = 4096;

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", " ");

    private TextParts() {}

    /** In order; a text that fits, or none, is one part. */
    static List<String> of(String text) {
        return of(text, LONGEST);
    }

    static List<String> of(String text, int longest) {
        var parts = new ArrayList<String>();
        var rest = text;
        while (rest.length() > longest) {
            int end = end(rest, longest);
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest);
        }
        parts.removeIf(part -> part.isEmpty() && !text.isEmpty());
        return parts;
    }

    /** A seam in the second half of what fits: a short first part would look like a mistake. */
    private static int end(String text, int longest) {
        for (var seam : SEAMS) {
            int at = text.lastIndexOf(seam, longest - seam.length());
            if (at >= longest / 2) {
                return at + seam.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
