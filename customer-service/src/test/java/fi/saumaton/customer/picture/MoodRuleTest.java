/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.customer.picture.Picture.Entry;
import fi.saumaton.customer.picture.Picture.Matter;
import fi.saumaton.customer.picture.Picture.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MoodRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final MoodRule rule = new MoodRule(PictureService.words());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tämä on törkeää, vieläkään ei mitään.",
                "Missä saha on!!",
                "Teen tästä valituksen",
                "Jag är arg",
                "Det är helt oacceptabelt",
                "I want to complain about the delivery",
                "This is ridiculous.",
                "MISSÄ MINUN TILAUKSENI VIIPYY",
            })
    void angerIsSeen(String text) {
        assertTrue(rule.of(List.of(said(text, 1)), List.of(), List.of(), NOW).angry());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tarvitseeko saha erityistä ketjuöljyä?",
                "Kiitos, fantastinen saha!",
                "Fantastiskt, tack!",
                "An argument for the CS-50?",
                "OK",
                "Tilaus SO-10023, CS-50",
            })
    void calmQuestionsAreNone(String text) {
        assertFalse(rule.of(List.of(said(text, 1)), List.of(), List.of(), NOW).angry());
    }

    @Test
    void angerPasses() {
        var angry = said("Törkeää!", 5);
        var calm = List.of(said("Kiitos", 1), said("Selvä", 2), said("Hyvä", 3), angry);

        assertFalse(rule.of(calm, List.of(), List.of(), NOW).angry());
        assertEquals(
                List.of(angry.id()),
                rule.of(List.of(calm.get(0), calm.get(1), angry), List.of(), List.of(), NOW)
                        .signs());
        assertFalse(rule.of(List.of(said("Törkeää!", 15)), List.of(), List.of(), NOW)
                .angry());
    }

    @Test
    void ourOwnWordsShowNothing() {
        var ours = new Message(UUID.randomUUID(), "Reklamaatio on kirjattu.", "email", true, NOW);

        assertFalse(rule.of(List.of(ours), List.of(), List.of(), NOW).angry());
    }

    @Test
    void anOpenComplaintCountsUntilSomethingIsResolved() {
        var complaint = entry("complaint", 3);

        assertTrue(rule.of(List.of(), List.of(complaint), List.of(), NOW).angry());
        assertTrue(rule.of(List.of(), List.of(complaint, entry("issue-resolved", 4)), List.of(), NOW)
                .angry());
        assertFalse(rule.of(List.of(), List.of(entry("issue-resolved", 2), complaint), List.of(), NOW)
                .angry());
        assertFalse(rule.of(List.of(), List.of(entry("complaint", 31)), List.of(), NOW)
                .angry());
        assertTrue(rule.of(
                        List.of(),
                        List.of(),
                        List.of(new Matter(UUID.randomUUID(), "Reklamaatio terästä", "open", 2, NOW)),
                        NOW)
                .angry());
    }

    private static Message said(String text, int daysAgo) {
        return new Message(UUID.randomUUID(), text, "email", false, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Entry entry(String kind, int daysAgo) {
        return new Entry(UUID.randomUUID(), kind, kind, null, NOW.minus(Duration.ofDays(daysAgo)));
    }
}
