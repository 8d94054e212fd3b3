/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with what it promises.
 *
 * @param due the day, with the clock time where the sentence says one ({@code 2026-11-19T14:00}); null when nothing is
 *     promised
 */
record LabelledSentence(String language, String due, String text) {
    private static final int COLUMNS = 4;

    /** Tab-separated: language, due or -, kind, text; lines with # are remarks. */
    static List<LabelledSentence> read(Path file) throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                sentences.add(of(line, file));
            }
        }
        return sentences;
    }

    private static LabelledSentence of(String line, Path file) throws IOException {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IOException(file + " has a line without " + COLUMNS + " columns: " + line);
        }
        return new LabelledSentence(columns[0], columns[1].equals("-") ? null : columns[1], columns[3]);
    }

    boolean promises() {
        return due != null;
    }
}
