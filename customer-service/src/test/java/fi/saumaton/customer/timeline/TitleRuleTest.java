/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TitleRuleTest {
    @ParameterizedTest
    @CsvSource({
        "Chain oil?, Chain oil?",
        "Re: Chain oil?, Chain oil?",
        "VS: Re: SV: Chain oil?, Chain oil?",
        "re[2]: Chain oil?, Chain oil?",
        "Fwd:Chain oil?, Chain oil?",
        "Reply wanted, Reply wanted",
    })
    void theSubjectWithoutReplyMarks(String subject, String title) {
        assertEquals(title, TitleRule.title(subject, "text"));
    }

    @Test
    void withoutSubjectTheFirstLineThatSaysSomething() {
        assertEquals("Hi,\u00a0does it?".replace('\u00a0', ' '), TitleRule.title(null, "\n \n Hi,\tdoes it?\nMore"));
        assertEquals("Hi", TitleRule.title("Re: ", "Hi"));
        assertNull(TitleRule.title(null, " \n "));
        assertNull(TitleRule.title(null, null));
    }

    @Test
    void aLongLineIsCutAtAWord() {
        var title = TitleRule.line("word ".repeat(40));

        assertTrue(title.length() <= TitleRule.MAX_LENGTH, title);
        assertTrue(title.endsWith("word…"), title);
    }

    @Test
    void aLongWordIsCutBetweenCharacters() {
        var title = TitleRule.line("x".repeat(78) + "🪚🪚🪚");

        assertEquals("x".repeat(78) + "…", title);
    }
}
