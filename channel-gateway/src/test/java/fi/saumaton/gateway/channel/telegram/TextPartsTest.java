/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextPartsTest {
    @Test
    void aTextThatFitsIsOnePart() {
        assertEquals(List.of(""), TextParts.of(""));
        assertEquals(List.of("a".repeat(4096)), TextParts.of("a".repeat(4096)));
    }

    @Test
    void oneUnitMoreIsTwoParts() {
        var parts = TextParts.of("a".repeat(4097));
        assertEquals(List.of(4096, 1), parts.stream().map(String::length).toList());
    }

    @Test
    void itIsCutBetweenParagraphsThenLinesThenSentencesThenWords() {
        assertEquals(List.of("One two.", "Three"), TextParts.of("One two.\n\nThree", 12));
        assertEquals(List.of("One two.", "Three"), TextParts.of("One two.\nThree", 12));
        assertEquals(List.of("One two.", "Three four"), TextParts.of("One two. Three four", 12));
        assertEquals(List.of("One two", "three four"), TextParts.of("One two three four", 12));
    }

    @Test
    void aSeamNearTheBeginIsNotTaken() {
        assertEquals(List.of("a\n\nbbbbbbbbb", "bb"), TextParts.of("a\n\nbbbbbbbbbbb", 12));
    }

    @Test
    void anEmojiIsNeverCutInTwo() {
        var parts = TextParts.of("a" + "😀".repeat(3000));
        assertEquals(List.of(4095, 1906), parts.stream().map(String::length).toList());
        for (var part : parts) {
            assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
        }
        assertEquals("a" + "😀".repeat(3000), String.join("", parts));
    }

    @Test
    void nothingIsLostAndNothingIsEmpty() {
        var text = "word ".repeat(5000) + " \n".repeat(5000) + "end";
        var parts = TextParts.of(text);
        assertTrue(parts.stream().allMatch(part -> !part.isEmpty() && part.length() <= 4096));
        assertEquals(text.replaceAll("\\s", ""), String.join("", parts).replaceAll("\\s", ""));
    }
}
