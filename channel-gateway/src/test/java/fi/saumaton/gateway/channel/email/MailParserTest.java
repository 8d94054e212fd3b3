/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.channel.UnreadableInboundException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MailParserTest {
    private static final String HEAD =
            "From: Mikko <mikko@example.test>\nSubject: Saha\nMessage-ID: <m1@example.test>\n";

    @Test
    void aPlainMail() {
        var mail = Mails.parse(
                Mails.mikko("In-Reply-To: <a@x>\nReferences: <r@x>\n <a@x>\n", "Sopiiko öljy?\n\n-- \nMikko"));

        assertEquals("<m1@example.test>", mail.messageId());
        assertEquals(
                new ParsedMail.Address("mikko@example.test", "Mikko"),
                mail.from().orElseThrow());
        assertEquals(mail.from(), mail.replyTo());
        assertEquals("Chainsaw", mail.subject());
        assertEquals(Instant.parse("2026-11-13T09:00:00Z"), mail.sentAt());
        assertEquals(List.of("<a@x>"), mail.inReplyTo());
        assertEquals(List.of("<r@x>", "<a@x>"), mail.references());
        assertEquals("Sopiiko öljy?", mail.text());
        assertEquals("Sopiiko öljy?\n\n-- \nMikko", mail.fullText());
        assertNull(mail.html());
        assertTrue(mail.automatic().isEmpty());
        assertTrue(mail.report().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Date: \n",
                "Date: yesterday\n",
                "Date: Thu, 32 Foo 2026\n",
                "Date: 1 Jan 1970 00:00:00 +0000\n"
            })
    void aBadDateIsNone(String date) {
        assertNull(Mails.parse(HEAD + date + "\nHei").sentAt());
    }

    @Test
    void brokenThreadFieldsAreReadAsFarAsTheyGo() {
        var mail = Mails.parse(HEAD + "In-Reply-To: \nReferences: <a@x>, <cut \nReferences: junk <b@x><a@x>\n\nHei");

        assertEquals(List.of(), mail.inReplyTo());
        assertEquals(List.of("<a@x>", "<b@x>"), mail.references());
    }

    @Test
    void withoutAMessageIdTheContentTells() {
        var one = Mails.parse("From: a@x.test\nSubject: s\nDate: d\n\nHei");

        assertNull(one.messageId());
        assertEquals(
                one.contentHash(),
                Mails.parse("Received: again\nFrom: a@x.test\nSubject: s\nDate: d\n\nHei\n")
                        .contentHash());
        assertNotEquals(
                one.contentHash(),
                Mails.parse("From: a@x.test\nSubject: s\nDate: d\n\nMoi").contentHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mikko@example.test | mikko@example.test | ",
                "<MIKKO@Example.test> | mikko@example.test | ",
                "\"Meikäläinen, Mikko\" <mikko@example.test> | mikko@example.test | Meikäläinen, Mikko",
                "=?utf-8?q?Mikko_Meik=C3=A4l=C3=A4inen?= <mikko@example.test> | mikko@example.test | Mikko Meikäläinen",
                "mikko@example.test (Mikko M) | mikko@example.test | Mikko M",
                "Mikko <mikko@example.test | mikko@example.test | Mikko",
                "Mikko mikko@example.test | mikko@example.test | Mikko",
                "'mikko@example.test' <mikko@example.test> | mikko@example.test | ",
            })
    void authorsInEveryWriting(String field, String address, String name) {
        var from = Mails.parse("From: " + field + "\nSubject: x\n\nHei").from().orElseThrow();

        assertEquals(new ParsedMail.Address(address, name), from);
    }

    @Test
    void withoutFromTheNextBestFieldNamesTheAuthor() {
        assertEquals(
                "b@x.test",
                Mails.parse("From: nobody\nSender: b@x.test\n\nx")
                        .from()
                        .orElseThrow()
                        .address());
        assertEquals(
                "c@x.test",
                Mails.parse("Return-Path: <c@x.test>\nSubject: x\n\nx")
                        .from()
                        .orElseThrow()
                        .address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed\n\nno boundary at all",
                "Content-Type: multipart/mixed; boundary=b\n\nno such boundary",
                "Content-Type: multipart/mixed; boundary=\"b\n\n--b\n\nx",
                "Content-Type: multipart/alternative; boundary=b\n\n--b",
                "Content-Type: ;;;===\nContent-Transfer-Encoding: x-strange\n\nHei",
                "Content-Type: text/plain; charset=\"utf-8\"; charset=x; =\n\nHei",
                "Content-Type: text/html; charset=utf-16\n\n<p>Hei",
                "Content-Transfer-Encoding: base64\n\n!!!not base64!!!",
                "Content-Transfer-Encoding: uuencode\n\nbegin nothing",
                "",
                "\n",
            })
    void brokenMailIsStillMail(String rest) {
        assertEquals(
                "mikko@example.test",
                Mails.parse(HEAD + rest).from().orElseThrow().address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "hello", "\0\0\0\0", "{\"json\": true}", "Subject: nobody wrote this\n\nx"})
    void whatIsNoMailIsRefused(String garbage) {
        assertThrows(UnreadableInboundException.class, () -> Mails.parse(garbage));
    }

    @Test
    void noBytesBringItDown() {
        var random = new Random(42);
        var mail = Mails.mikko(
                        "Content-Type: multipart/mixed; boundary=b\nAuthentication-Results: x\n", "--b\n\nHei\n--b--")
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            var broken = mail.clone();
            for (int i = 0; i < 20; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertFalse(Mails.parse(broken).fromProven());
            } catch (UnreadableInboundException declared) {
                assertTrue(declared.getMessage().startsWith("no "), declared.getMessage());
            }
        }
    }
}
