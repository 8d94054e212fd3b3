/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class SubjectLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lasku 4711",
                "Re: Lasku 4711",
                "VS: Lasku 4711",
                "VL: Lasku 4711",
                "SV: VS: lasku  4711",
                "AW: Re: Lasku 4711",
                "Fwd: FW: Lasku 4711",
                "Re[2]: Lasku 4711",
                "RE: Lasku 4711 [7KQ2M-X9RFD]",
                "[#CASE-1042] Lasku 4711"
            })
    void isTheSameForAllMailsOfAThread(String subject) {
        assertEquals("lasku 4711", SubjectLine.normalised(subject));
    }

    @Test
    void keepsWordsThatOnlyBeginLikeAPrefix() {
        assertEquals("regarding: the saw", SubjectLine.normalised("Regarding: the saw"));
        assertEquals("vs 500 saha", SubjectLine.normalised("VS 500 saha"));
    }

    @Test
    void anAnswerHasOnePrefix() {
        assertEquals("Re: Lasku", SubjectLine.reply("VS: Re: Lasku"));
        assertEquals("Re: Lasku", SubjectLine.reply("Lasku"));
        assertEquals("Re:", SubjectLine.reply(null));
    }

    @Test
    void isOneLine() {
        assertEquals("a Bcc: b", SubjectLine.shown("a\r\n Bcc: b"));
        assertEquals(500, SubjectLine.shown("x".repeat(3000)).length());
        assertNull(SubjectLine.shown("  "));
    }
}
