/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One text while it is being read: what was found so far, and which places of it are spoken for. */
final class Passage {
    private final String text;
    private final LocalDate day;
    private final Words words;
    private final boolean numbers;
    private final BitSet taken = new BitSet();
    private final List<Found> found = new ArrayList<>();
    private final List<Reading.Secret> secrets = new ArrayList<>();

    /** @param day the writer's, when it was written */
    Passage(String text, LocalDate day, Phrases phrases) {
        this.text = text;
        this.day = day;
        this.words = new Words(text, phrases);
        this.numbers = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    String text() {
        return text;
    }

    LocalDate day() {
        return day;
    }

    Words words() {
        return words;
    }

    boolean hasNumbers() {
        return numbers;
    }

    boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    void take(int start, int end) {
        taken.set(start, end);
    }

    /** What is named twice is found once. */
    void add(String kind, String value, int start, int end, double confidence) {
        take(start, end);
        if (found.stream()
                .noneMatch(one -> one.kind().equals(kind) && one.value().equals(value))) {
            found.add(new Found(kind, value, text.substring(start, end), start, end, confidence));
        }
    }

    void hide(String kind, int start, int end) {
        take(start, end);
        secrets.add(new Reading.Secret(kind, start, end));
    }

    /** The sentence of a word, without what must not be kept or shown. */
    String sentence(int word) {
        var veiled = new StringBuilder(text);
        secrets.forEach(secret -> veil(veiled, secret.start(), secret.end()));
        found.stream()
                .filter(one -> one.kind().equals("iban"))
                .forEach(account -> veil(veiled, account.start(), account.end()));
        return words.sentence(word, veiled);
    }

    private static void veil(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, i == start ? '…' : ' ');
        }
    }

    List<Found> found() {
        return found;
    }

    List<Reading.Secret> secrets() {
        return secrets;
    }
}
