/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.sms.Segments.Alphabet;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SegmentsTest {
    @Test
    void finnishLettersAreOfTheSevenBitAlphabet() {
        assertEquals(new Segments(Alphabet.GSM_7, 21, 1), Segments.of("Hyvää päivää, Åke Öst"));
    }

    @Test
    void oneStrangeCharacterMakesAllOfItWide() {
        assertEquals(new Segments(Alphabet.UCS_2, 5, 1), Segments.of("sauš" + "a"));
        assertEquals(new Segments(Alphabet.UCS_2, 2, 1), Segments.of("👍"));
    }

    @Test
    void bracketsAndTheEuroCountTwice() {
        assertEquals(new Segments(Alphabet.GSM_7, 5, 1), Segments.of("5€[".substring(0, 3)));
        assertEquals(1, Segments.of("€".repeat(80)).count());
        assertEquals(2, Segments.of("€".repeat(81)).count());
    }

    @Test
    void joinedOnesAreShorter() {
        assertEquals(1, Segments.of("ä".repeat(160)).count());
        assertEquals(2, Segments.of("ä".repeat(161)).count());
        assertEquals(2, Segments.of("ä".repeat(306)).count());
        assertEquals(3, Segments.of("ä".repeat(307)).count());
        assertEquals(1, Segments.of("ш".repeat(70)).count());
        assertEquals(2, Segments.of("ш".repeat(134)).count());
        assertEquals(3, Segments.of("ш".repeat(135)).count());
    }

    @Test
    void noCharacterIsTornApart() {
        assertEquals(2, Segments.of("👍".repeat(66)).count(), "33 emoji a piece, one unit stays empty");
        assertEquals(3, Segments.of("👍".repeat(67)).count());
        assertEquals(3, Segments.of("€".repeat(153)).count(), "76 a piece");
    }

    @Test
    void nothingIsStillAMessage() {
        assertEquals(new Segments(Alphabet.GSM_7, 0, 1), Segments.of(""));
    }
}
