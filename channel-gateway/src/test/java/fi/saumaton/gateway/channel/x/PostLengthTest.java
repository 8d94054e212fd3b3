/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PostLengthTest {
    @Test
    void lettersOfEuropeCountOnce() {
        assertEquals(5, PostLength.of("Hyvää"));
        assertEquals(5, PostLength.of("Hyva\u0308a\u0308"));
        assertEquals(280, PostLength.of("ö".repeat(280)));
    }

    @Test
    void lettersOfEastAsiaCountTwice() {
        assertEquals(6, PostLength.of("こんに"));
    }

    @Test
    void anEmojiCountsTwoWithAllItsParts() {
        assertEquals(2, PostLength.of("😀"));
        assertEquals(2, PostLength.of("👍🏽"));
        assertEquals(2, PostLength.of("👨‍👩‍👧‍👦"));
    }

    @Test
    void aLinkCountsTwentyThreeHoweverLong() {
        assertEquals(4 + 23 + 4, PostLength.of("see https://saumaton.example/" + "a".repeat(300) + " now"));
        assertEquals(23, PostLength.of("https://a.fi"));
    }
}
