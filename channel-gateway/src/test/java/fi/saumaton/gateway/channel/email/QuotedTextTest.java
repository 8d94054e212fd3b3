/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class QuotedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kiitos!\n\nOn Fri, 13 Nov 2026 at 10.02, Support <s@x.test> wrote:\n> Hei\n> Mikko",
                "Kiitos!\n\nOn Friday the 13th of November 2026 at 10.02, the very long\nname of Support <s@x.test>\nwrote:\n\n> Hei",
                "Kiitos!\n\npe 13. marrask. 2026 klo 10.02 Support (s@x.test) kirjoitti:\n\n> Hei",
                "Kiitos!\n\nDen fre 13 nov. 2026 kl 10:02 skrev Support <s@x.test>:\n> Hej",
                "Kiitos!\n\nAm 13.11.2026 um 10:02 schrieb Support:\n> Hallo",
                "Kiitos!\n\nLähettäjä: Support <s@x.test>\nLähetetty: perjantai 13. marraskuuta 2026 10.02\nVastaanottaja: Mikko\nAihe: Re: Saha\n\nHei Mikko",
                "Kiitos!\n________________________________\nFrån: Support\nSkickat: den 13 november 2026\nTill: Mikko\nÄmne: Sv: Såg\n\nHej",
                "Kiitos!\n\n-----Original Message-----\nFrom: Support\nHello",
                "Kiitos!\n\n-----Alkuperäinen viesti-----\nLähettäjä: Support\nHei",
                "Kiitos!\n\n-- \nMikko\nPuh. 040 1234567",
                "Kiitos!\n\nLähetetty iPhonesta",
                "Kiitos!\n\nSent from my Galaxy\n\nOn 13 Nov 2026 Support <s@x.test> wrote:\n> Hei",
                "On 13 Nov 2026, Support wrote:\n> Hei\n> Mikko\n\nKiitos!",
                "\n\nKiitos!   \n\n\n",
            })
    void keepsWhatWasWrittenThisTime(String text) {
        assertEquals("Kiitos!", QuotedText.fold(text));
    }

    @Test
    void keepsTheQuestionsThatAreAnsweredLineByLine() {
        var text = "Hei,\n> Mikä malli?\nHusky 445\n> Entä ketju?\nEn tiedä";

        assertEquals(text, QuotedText.fold(text));
    }

    @Test
    void keepsAForwardedMail() {
        var text =
                "Katsokaa tätä.\n\n---------- Forwarded message ----------\nFrom: Shop\nDate: x\nSubject: y\nTo: z\n\nYour order";

        assertEquals(text, QuotedText.fold(text));
    }

    @Test
    void keepsEverythingWhenNothingElseWouldRemain() {
        assertEquals("> vain lainaus", QuotedText.fold("> vain lainaus"));
        assertEquals("--\nMikko", QuotedText.fold("--\nMikko"));
    }

    @Test
    void doesNotTakeASentenceForAMarker() {
        var text =
                "On Monday I called.\n\nFrom: my point of view this is bad.\n\nWhen I run...\nthen it stops:\nsee -- here";

        assertEquals(text, QuotedText.fold(text));
    }

    @Test
    void isNotHeldUpByAnAttack() {
        var hostile = ("on " + " ".repeat(300) + "\n").repeat(3000) + "x:".repeat(50_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> QuotedText.fold(hostile));
    }
}
