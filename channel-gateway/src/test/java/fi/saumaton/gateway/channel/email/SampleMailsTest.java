/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.email.DeliveryReport.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Mails collected from elsewhere. They are no part of the project: without them these tests are skipped. */
class SampleMailsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples", "email");

    private static final MailParser PARSER =
            new MailParser(new SenderProof("mx.company.example", 1), Set.of("support@company.example"));

    @BeforeAll
    static void samplesAreThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no sample mails beside the project, nothing to check");
    }

    private static ParsedMail parse(String name) throws IOException {
        return PARSER.parse(Files.readAllBytes(FOLDER.resolve(name + ".eml")));
    }

    @Test
    void everySampleIsUnderstoodOrRefusedAsDeclared() throws IOException {
        var refused = new TreeMap<String, String>();
        int read = 0;
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                try {
                    assertTrue(PARSER.parse(Files.readAllBytes(file)).text() != null, file.toString());
                    read++;
                } catch (UnreadableInboundException declared) {
                    refused.put(file.getFileName().toString(), declared.getMessage());
                }
            }
        }

        assertTrue(read >= 40, read + " read, refused: " + refused);
        assertEquals(
                List.of(),
                refused.keySet().stream().filter(name -> name.endsWith(".eml")).toList(),
                "mails that were refused");
    }

    @Test
    void aFinnishThreadHoldsTogether() throws IOException {
        var first = parse("own__thread_fi_1");
        var answer = parse("own__thread_fi_2");
        var second = parse("own__thread_fi_3");
        var lost = parse("own__thread_fi_4");

        assertEquals("Lasku 4711 on väärin", first.subject());
        assertEquals(AutomaticMail.OWN_ADDRESS, answer.automatic().orElseThrow());
        assertEquals(List.of("<t2@company.example>"), second.inReplyTo());
        assertEquals("Hyvä, kiitos!", second.text());
        assertEquals(List.of(), lost.inReplyTo());
        assertEquals(Set.of("lasku 4711 on väärin"), Set.of(SubjectLine.normalised(first.subject())));
        assertEquals(SubjectLine.normalised(first.subject()), SubjectLine.normalised(second.subject()));
        assertEquals(SubjectLine.normalised(first.subject()), SubjectLine.normalised(lost.subject()));
    }

    @Test
    void aForgedStampIsNotBelieved() throws IOException {
        var mail = parse("own__spoofed_authentication_results");

        assertEquals("service@bank.example", mail.from().orElseThrow().address());
        assertFalse(mail.fromProven());
    }

    @Test
    void brokenMail() throws IOException {
        assertEquals("", parse("mail__error_emails__missing_body").text());
        assertEquals(List.of(), parse("mail__error_emails__empty_in_reply_to").inReplyTo());
        assertEquals(
                List.of("<foo@bar.net>", "<baz@bar.net>"),
                parse("mail__error_emails__multiple_references_with_one_invalid")
                        .references());
        assertEquals(null, parse("mail__error_emails__bad_date_header").sentAt());
    }

    @Test
    void charsetsAndAttachments() throws IOException {
        assertEquals("まみむめも", parse("mail__multi_charset__japanese_iso_2022").subject());
        assertEquals("すみません。", parse("mail__multi_charset__japanese_iso_2022").text());
        assertEquals(
                "てすと.txt",
                parse("mail__multi_charset__japanese_attachment")
                        .attachments()
                        .getFirst()
                        .name());
        assertEquals(
                List.of("truncated.png", "smime.p7s"),
                parse("mail__mime_emails__raw_email_with_nested_attachment").attachments().stream()
                        .map(ParsedMail.Attachment::name)
                        .toList());
    }

    @Test
    void bounces() throws IOException {
        assertEquals(
                Kind.FAILED, parse("sisimai__rfc3464-01").report().orElseThrow().kind());
        assertEquals(
                "5.1.1", parse("sisimai__rfc3464-01").report().orElseThrow().status());
        assertEquals(
                Kind.DELAYED,
                parse("sisimai__rfc3464-34").report().orElseThrow().kind());
        assertEquals(
                List.of("<20170429233445.FFFFFFFF02@smtp.neko.example.org>"),
                parse("sisimai__rfc3464-34").report().orElseThrow().originals());
        assertEquals(
                Kind.DELAYED,
                parse("mail__multipart_report_emails__report_422")
                        .report()
                        .orElseThrow()
                        .kind());
        assertEquals(
                Kind.COMPLAINT, parse("sisimai__arf-14").report().orElseThrow().kind());
    }

    @Test
    void autoRepliesAreAutomatic() throws IOException {
        for (int i = 1; i <= 6; i++) {
            assertTrue(parse("sisimai__rfc3834-0" + i).automatic().isPresent(), "rfc3834-0" + i);
        }
        assertTrue(parse("own__auto_generated_notification").automatic().isPresent());
        assertTrue(parse("talon__reply_gmail").automatic().isEmpty());
    }

    @Test
    void repliesOfManyProgramsFoldToWhatWasWritten() throws IOException {
        for (var program : List.of(
                "android",
                "aol",
                "apple_mail",
                "apple_mail_2",
                "comcast",
                "gmail",
                "hotmail",
                "iphone",
                "outlook",
                "sparrow",
                "thunderbird",
                "yahoo")) {
            assertEquals("Hello", parse("talon__reply_" + program).text(), program);
        }
    }
}
