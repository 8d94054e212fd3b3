/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text in sentences, and a sentence in clauses. What is quoted from an earlier mail is nobody's promise now. */
final class Sentences {
    private static final int LONGEST = 20_000;
    private static final Pattern LINES = Pattern.compile("\\R+");

    /** Behind an end, or between lines; not behind "kl." or the point of a date. */
    private static final Pattern ENDS = Pattern.compile("(?<=[.!?…])(?<!\\bkl\\.)(?<!\\bklo\\.)\\s+(?=[\\p{Lu}\"”'(])");

    private static final Pattern CLAUSES = Pattern.compile("\\s*[,;:]\\s+(?!\\d)|\\s+[–—-]\\s+");

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String line : LINES.split(read)) {
            if (!line.startsWith(">")) {
                for (String sentence : ENDS.split(line.strip())) {
                    if (!sentence.isBlank()) {
                        sentences.add(sentence.strip());
                    }
                }
            }
        }
        return sentences;
    }

    static List<String> clauses(String sentence) {
        return List.of(CLAUSES.split(sentence));
    }
}
