/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LenientTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=?utf-8?q?V=C3=A4=C3=A4r=C3=A4_lasku?= | Väärä lasku",
                "=?ISO-8859-1?Q?=D6ljy?= ja =?UTF-8?B?a2V0anU=?= | Öljy ja ketju",
                "=?utf-8?B?w6TDpA==?=  =?utf-8?B?w7bDtg==?= | ääöö",
                "Re:=?utf-8?q?_moi?= | Re: moi",
                "=?utf-8*fi?q?Hei?= | Hei",
                "=?x-unknown?q?=E4iti?= | äiti",
                "=?utf-8?q?rikki=C3=?= | rikkiÃ=",
                "=?utf-8?x?abc?= | =?utf-8?x?abc?=",
                "plain & simple | plain & simple",
            })
    void readsHeaderWordsInAnyMixture(String raw, String text) {
        assertEquals(text, LenientText.header(raw));
    }

    @Test
    void putsTogetherACharacterThatWasCutBetweenTwoWords() {
        assertEquals("ä!", LenientText.header("=?utf-8?q?=C3?=\r\n =?utf-8?q?=A4!?="));
    }

    @Test
    void readsRawBytesInHeaders() {
        var utf8 = new String("Öljyä".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var latin = new String("Öljyä".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);

        assertEquals("Öljyä", LenientText.header(utf8));
        assertEquals("Öljyä", LenientText.header(latin));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8,utf-8",
        "utf-8,iso-8859-1",
        "utf-8,no-such-charset",
        "iso-8859-1,utf-8",
        "windows-1252,us-ascii",
        "iso-8859-15,iso-8859-15",
        "utf-8,"
    })
    void readsTextUnderARightOrAWrongLabel(String actual, String label) {
        assertEquals("Hyvää yötä", LenientText.decode("Hyvää yötä".getBytes(Charset.forName(actual)), label));
    }

    @Test
    void readsBrokenBase64AsFarAsItGoes() {
        assertEquals("abc", new String(LenientText.base64("Y W!J j"), StandardCharsets.US_ASCII));
        assertEquals("abcd", new String(LenientText.base64("YWJjZA"), StandardCharsets.US_ASCII));
        assertEquals("abc", new String(LenientText.base64("YWJjZ"), StandardCharsets.US_ASCII));
    }

    @Test
    void dropsWhatADatabaseRefuses() {
        assertEquals("ab\ncd", LenientText.withoutControls("a\0b\nc\uD800d\u0007"));
    }
}
