/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is read of a mail, what is attached, and how broken it may be. */
class MailContentTest {
    private static final String HEAD =
            "From: Mikko <mikko@example.test>\nSubject: Saha\nMessage-ID: <m1@example.test>\n";

    @Test
    void ofAlternativesThePlainOneIsReadAndTheHtmlKept() {
        var mail = Mails.parse(HEAD + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                teksti
                --b
                Content-Type: text/html; charset=utf-8

                <p onclick=x()>muotoiltu</p>
                --b--
                """);

        assertEquals("teksti", mail.text());
        assertEquals("<p>muotoiltu</p>", mail.html());
    }

    @Test
    void htmlAloneBecomesText() {
        var mail = Mails.parse(
                HEAD
                        + "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>Hyv=E4=E4 p=\nv</p><blockquote>vanha</blockquote>");

        assertEquals("Hyvää pv", mail.text());
        assertEquals("Hyvää pv\n\n> vanha", mail.fullText());
    }

    @Test
    void attachmentsAreKeptAsTheyAreAtAnyDepth() {
        var picture = new byte[] {1, 2, 3, (byte) 0xFF};
        var mail = Mails.parse(HEAD + """
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/related; boundary=inner

                --inner
                Content-Type: text/html

                <p>katso <img src="cid:logo@x"></p>
                --inner
                Content-Type: image/png
                Content-ID: <logo@x>
                Content-Transfer-Encoding: base64

                %s
                --inner--
                --outer
                Content-Type: application/ms-tnef; name="winmail.dat"
                Content-Disposition: attachment; filename="../../winmail.dat"
                Content-Transfer-Encoding: base64

                %s
                --outer
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''k%%C3%%A4ytt%%C3%%B6ohje.pdf

                %%PDF
                --outer
                Content-Type: text/plain; name="=?utf-8?q?muistio_=C3=A4.txt?="

                liite, ei teksti
                --outer
                Content-Type: message/rfc822

                Subject: forwarded

                whole
                --outer--
                """.formatted(base64(picture), base64(picture)));

        assertEquals(
                List.of(
                        "attachment-1.png image/png true",
                        "winmail.dat application/ms-tnef false",
                        "käyttöohje.pdf application/pdf false",
                        "muistio ä.txt text/plain false",
                        "attachment-5.eml message/rfc822 false"),
                mail.attachments().stream()
                        .map(a -> a.name() + " " + a.mediaType() + " " + a.inline())
                        .toList());
        assertArrayEquals(picture, mail.attachments().get(0).content());
        assertArrayEquals(picture, mail.attachments().get(1).content());
        assertEquals("logo@x", mail.attachments().get(0).contentId());
        assertEquals(
                "Subject: forwarded\n\nwhole",
                new String(mail.attachments().get(4).content(), StandardCharsets.US_ASCII).strip());
        assertEquals("katso", mail.text());
    }

    @Test
    void textRoundAnAttachmentStaysWhole() {
        var mail = Mails.parse(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                ennen
                --b
                Content-Type: image/jpeg; name=k.jpg

                x
                --b
                Content-Type: text/plain

                jälkeen
                --b--
                """);

        assertEquals("ennen\n\njälkeen", mail.text());
    }

    @Test
    void tenMegabytesComeThrough() {
        var content = new byte[10 * 1024 * 1024];
        new Random(7).nextBytes(content);
        var head = HEAD
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nliite\n--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=iso.bin\n\n";

        var mail = Mails.parse((head + Base64.getMimeEncoder().encodeToString(content) + "\n--b--\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertEquals("liite", mail.text());
        assertArrayEquals(content, mail.attachments().getFirst().content());
    }

    @Test
    void flowedTextIsPutTogether() {
        var mail =
                Mails.parse(HEAD + "Content-Type: text/plain; format=flowed\n\nyksi \nkappale\n > ei lainaus\nkaksi");

        assertEquals("yksi kappale\n> ei lainaus\nkaksi", mail.fullText());
    }

    @Test
    void deepNestingEndsSomewhere() {
        var mail = new StringBuilder(HEAD);
        for (int i = 0; i < 2000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertEquals("<m1@example.test>", Mails.parse(mail.toString()).messageId());
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
