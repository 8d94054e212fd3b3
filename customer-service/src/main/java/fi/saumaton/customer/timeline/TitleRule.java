/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.regex.Pattern;

/** What a message is about, in one line that fits a list. */
public final class TitleRule {
    /** Longest title, in characters. */
    public static final int MAX_LENGTH = 80;

    /** Replies and forwards as mail programs mark them in English, Finnish, Swedish and German. */
    private static final Pattern REPLY_MARKS =
            Pattern.compile("^(?:\\s*(?:re|fwd?|vs|vl|sv|vb|aw|wg)(?:\\[\\d{1,3}])?:)+\\s*", Pattern.CASE_INSENSITIVE);

    private static final int SCANNED = 2_000;

    private TitleRule() {}

    /** The subject, else the text's first line that says something, else null. */
    public static String title(String subject, String text) {
        var fromSubject =
                subject == null ? null : line(REPLY_MARKS.matcher(subject).replaceFirst(""));
        return fromSubject != null ? fromSubject : line(text);
    }

    /** The first line that is not empty, cut at a word; null when there is none. */
    public static String line(String text) {
        if (text == null) {
            return null;
        }
        return text.substring(0, Math.min(text.length(), SCANNED))
                .lines()
                .map(line -> line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(TitleRule::cut)
                .orElse(null);
    }

    private static String cut(String line) {
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = MAX_LENGTH - 1;
        int space = line.lastIndexOf(' ', end);
        if (space > MAX_LENGTH / 2) {
            end = space;
        } else if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }
}
