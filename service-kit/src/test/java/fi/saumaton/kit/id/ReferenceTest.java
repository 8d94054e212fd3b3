/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.id;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReferenceTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SAMPLES = 300;

    @Test
    void looksLikeTwoGroupsOfFive() {
        for (int i = 0; i < SAMPLES; i++) {
            String reference = Reference.next();
            assertTrue(reference.matches("[" + ALPHABET + "]{5}-[" + ALPHABET + "]{5}"), reference);
            assertTrue(Reference.valid(reference), reference);
        }
    }

    @Test
    void checkCharacterNeverChangesBetweenVersions() {
        assertEquals("00000-00000", Reference.of(0));
        assertEquals("ZZZZZ-ZZZZX", Reference.of(-1));
        assertEquals("10000-0000T", Reference.of(1));
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        forSamples(letters -> {
            for (int i = 0; i < letters.length(); i++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    if (wrong != letters.charAt(i)) {
                        String typed = letters.substring(0, i) + wrong + letters.substring(i + 1);
                        assertFalse(Reference.valid(typed), letters + " typed as " + typed);
                    }
                }
            }
        });
    }

    @Test
    void everyExchangeOfTwoDifferentCharactersIsFound() {
        forSamples(letters -> {
            for (int i = 0; i < letters.length(); i++) {
                for (int j = i + 1; j < letters.length(); j++) {
                    StringBuilder typed = new StringBuilder(letters);
                    typed.setCharAt(i, letters.charAt(j));
                    typed.setCharAt(j, letters.charAt(i));
                    assertEquals(
                            letters.contentEquals(typed), Reference.valid(typed.toString()), letters + " " + typed);
                }
            }
        });
    }

    @Test
    void spellingDoesNotMatter() {
        String zeros = "00000-00000";
        assertTrue(Reference.valid("ooooo ooooo"));
        assertEquals(zeros, Reference.normalise("OOOOOooooo"));
        String one = Reference.of(1);
        assertEquals(one, Reference.normalise("i0000" + one.substring(5)));
        assertEquals(one, Reference.normalise(" L0000" + one.substring(5).toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void whatIsNoReferenceIsNone() {
        for (String text :
                new String[] {null, "", "-", "0000", "00000-000000", "U0000-00000", "ä0000-00000", "0".repeat(500)}) {
            assertNull(Reference.normalise(text), text);
        }
    }

    @Test
    void referencesDiffer() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(Reference.next());
        }
        assertEquals(10_000, made.size());
    }

    private static void forSamples(java.util.function.Consumer<String> check) {
        Random random = new Random(42);
        for (int i = 0; i < SAMPLES; i++) {
            check.accept(Reference.of(random.nextLong()).replace("-", ""));
        }
    }
}
