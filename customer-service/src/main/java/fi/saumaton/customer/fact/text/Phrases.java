/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Phrases to recognise, and what they mean. Looked up by their first word, so that their number costs little. */
final class Phrases {
    /** Shortest stem that may stand before {@code *} or {@code ~}: stems are kept by their first letters. */
    private static final int STEM = 2;

    /** Case endings, plurals, possessives and clitics of the three languages, as far as products and labels take them. */
    private static final Pattern ENDING =
            Pattern.compile("(?:n|a|ä|t|ta|tä|ja|jä|ia|iä|en|in|an|än|un|yn|on|ön|ien|jen|iden|"
                    + "ssa|ssä|sta|stä|hin|hän|een|seen|siin|lla|llä|lta|ltä|lle|na|nä|ksi|kse|tta|ttä|i|ni|si|nsa|nsä|mme|nne|kin|"
                    + "kaan|kään|ko|kö|pa|pä|e|et|ar|or|er|na|rna|s|ns|ts|es|r|d|'s|'){1,4}");

    private final Map<String, List<Entry>> whole = new HashMap<>();
    private final Map<String, List<Entry>> stems = new HashMap<>();
    private final List<Entry> tails = new ArrayList<>();

    private enum Form {
        WHOLE,
        BEGINS,
        INFLECTED,
        ENDS
    }

    private record Part(String text, Form form) {
        static Part of(String written) {
            int end = written.length() - 1;
            return switch (written.charAt(end)) {
                case '*' -> new Part(written.substring(0, end), Form.BEGINS);
                case '~' -> new Part(written.substring(0, end), Form.INFLECTED);
                default ->
                    written.startsWith("*") ? new Part(written.substring(1), Form.ENDS) : new Part(written, Form.WHOLE);
            };
        }

        boolean matches(String word) {
            return switch (form) {
                case WHOLE -> word.equals(text);
                case BEGINS -> word.startsWith(text);
                case ENDS -> word.endsWith(text);
                case INFLECTED ->
                    word.startsWith(text)
                            && (word.length() == text.length()
                                    || ENDING.matcher(word)
                                            .region(text.length(), word.length())
                                            .matches());
            };
        }
    }

    private record Entry(Tag tag, String value, List<Part> parts) {}

    /** Adds phrases given in one text, with commas between them. */
    void add(Tag tag, String value, String commaSeparated) {
        for (var phrase : commaSeparated.split(",")) {
            var parts =
                    Arrays.stream(phrase.strip().split("\\s+")).map(Part::of).toList();
            var first = parts.getFirst();
            if (first.text().length() < (first.form() == Form.WHOLE ? 1 : STEM)) {
                throw new IllegalArgumentException("Too short to be looked up: '" + phrase.strip() + "'");
            }
            listFor(first).add(new Entry(tag, value, parts));
        }
    }

    private List<Entry> listFor(Part first) {
        return switch (first.form()) {
            case WHOLE -> whole.computeIfAbsent(first.text(), key -> new ArrayList<>());
            case ENDS -> tails;
            default -> stems.computeIfAbsent(first.text().substring(0, STEM), key -> new ArrayList<>());
        };
    }

    /** Marks what begins at a word. */
    void mark(Words words, int at) {
        var word = words.lower(at);
        mark(words, at, whole.get(word));
        if (word.length() >= STEM) {
            mark(words, at, stems.get(word.substring(0, STEM)));
        }
        mark(words, at, tails);
    }

    private static void mark(Words words, int at, List<Entry> entries) {
        if (entries == null) {
            return;
        }
        for (var entry : entries) {
            if (matches(words, at, entry.parts())) {
                words.add(new Mark(
                        entry.tag(), entry.value(), at, at + entry.parts().size() - 1));
            }
        }
    }

    private static boolean matches(Words words, int at, List<Part> parts) {
        if (at + parts.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).matches(words.lower(at + i))) {
                return false;
            }
        }
        return true;
    }
}
