/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import fi.saumaton.customer.picture.Picture.Entry;
import fi.saumaton.customer.picture.Picture.Matter;
import fi.saumaton.customer.picture.Picture.Message;
import fi.saumaton.customer.picture.Picture.Mood;

/**
 * Whether a customer is angry: one of the last three messages of two weeks says so, or a complaint is open. It may see
 * anger where there is none; then nothing is offered, which is the smaller mistake.
 */
final class MoodRule {
    private static final int LAST_MESSAGES = 3;
    private static final Duration RECENT = Duration.ofDays(14);
    private static final Duration COMPLAINT_LASTS = Duration.ofDays(30);
    private static final int SHOUTED = 15;

    private final List<String> angry;
    private final List<String> complaint;

    /** @param words {@code angry} and {@code complaint}: words by language; word* for all that begin so */
    MoodRule(Map<String, Map<String, String>> words) {
        this.angry = list(words.get("angry"));
        this.complaint = list(words.get("complaint"));
    }

    private static List<String> list(Map<String, String> byLanguage) {
        return byLanguage.values().stream()
                .flatMap(words -> Stream.of(words.split(",")))
                .map(String::strip)
                .map(word -> word.endsWith("*") ? " " + word.substring(0, word.length() - 1) : " " + word + " ")
                .toList();
    }

    Mood of(List<Message> messages, List<Entry> entries, List<Matter> issues, Instant now) {
        var said = messages.stream()
                .filter(message -> !message.ours() && message.at().isAfter(now.minus(RECENT)))
                .limit(LAST_MESSAGES)
                .filter(message -> isAngry(message.text()))
                .map(Message::id);
        var matters = issues.stream()
                .filter(issue -> mentions(issue.title(), complaint))
                .map(Matter::id);
        List<UUID> signs = Stream.of(said, complaints(entries, now), matters)
                .flatMap(ids -> ids)
                .toList();
        return new Mood(!signs.isEmpty(), signs);
    }

    /** Complaints that a system or a colleague entered, and nothing was resolved since. */
    private static Stream<UUID> complaints(List<Entry> entries, Instant now) {
        var resolved = entries.stream()
                .filter(entry ->
                        entry.kind().equals("issue-resolved") || entry.kind().equals("complaint-resolved"))
                .map(Entry::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return entries.stream()
                .filter(entry -> entry.kind().equals("complaint")
                        && entry.at().isAfter(resolved)
                        && entry.at().isAfter(now.minus(COMPLAINT_LASTS)))
                .map(Entry::id);
    }

    private boolean isAngry(String text) {
        return text != null
                && (text.contains("!!") || mentions(text, angry) || mentions(text, complaint) || shouts(text));
    }

    private static boolean shouts(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= SHOUTED && capitals * 5 >= letters * 4;
    }

    private static boolean mentions(String text, List<String> words) {
        if (text == null) {
            return false;
        }
        var plain = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return words.stream().anyMatch(plain::contains);
    }
}
