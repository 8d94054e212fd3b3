/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.gateway.channel.email.DeliveryReport.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeliveryReportTest {
    static String bounce(String action, String status) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.test>
                To: support@saumaton.test
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Message-ID: <bounce-1@mx.example.test>
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.test
                Arrival-Date: Fri, 13 Nov 2026 11:00:00 +0200

                Final-Recipient: rfc822; mikko@example.test
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <mikko@example.test>: Recipient
                    address rejected
                --b
                Content-Type: message/rfc822

                From: support@saumaton.test
                Message-ID: <0197-abc@saumaton.test>
                Subject: Re: Saha

                Hei
                --b--
                """.formatted(action, status);
    }

    @Test
    void aFailureNamesItsMailItsStatusAndAReasonWithoutAddresses() {
        var mail = Mails.parse(bounce("failed", "5.1.1"));

        assertEquals(
                new DeliveryReport(
                        Kind.FAILED,
                        "5.1.1",
                        "550 5.1.1 … Recipient address rejected",
                        List.of("<0197-abc@saumaton.test>")),
                mail.report()
                        .map(r -> new DeliveryReport(
                                r.kind(), r.status(), r.reason().replace("…:", "…"), r.originals()))
                        .orElseThrow());
        assertTrue(mail.automatic().isPresent());
        assertTrue(mail.attachments().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"failed,FAILED", "Delayed,DELAYED", "delivered,DELIVERED", "relayed,RELAYED", "expanded (x),EXPANDED"})
    void actions(String action, Kind kind) {
        assertEquals(
                kind,
                Mails.parse(bounce(action, "4.4.7")).report().orElseThrow().kind());
    }

    @Test
    void theWorstOfSeveralRecipientsCounts() {
        var report = DeliveryReport.ofStatus(
                "Reporting-MTA: x\n\nAction: delivered\nStatus: 2.0.0\n\nAction: failed\nStatus: 5.2.2\n\nAction: delayed\nStatus: 4.0.0",
                "");

        assertEquals(Kind.FAILED, report.orElseThrow().kind());
        assertEquals("5.2.2", report.orElseThrow().status());
    }

    @Test
    void aBounceFromBeforeTheStandardIsReadFromItsText() {
        var mail = Mails.parse("""
                Return-Path: <>
                From: MAILER-DAEMON@old.test
                Subject: failure notice

                Hi. This is the program at old.test.
                <mikko@example.test>: 550 5.1.1 no such user

                --- Below this line is a copy of the message.
                Message-ID: <0197-abc@saumaton.test>
                Subject: Re: Saha
                """);

        assertEquals(Kind.FAILED, mail.report().orElseThrow().kind());
        assertEquals(
                List.of("<0197-abc@saumaton.test>"), mail.report().orElseThrow().originals());
    }

    @Test
    void anAutoReplyThatQuotesOurHeaderIsNoBounce() {
        var mail = Mails.parse(Mails.mikko(
                "Auto-Submitted: auto-replied\n", "Olen lomalla 5.1.1 asti.\n\nMessage-ID: <0197-abc@saumaton.test>"));

        assertTrue(mail.report().isEmpty());
    }

    @Test
    void aComplaintIsNoted() {
        var mail = Mails.parse("""
                From: fbl@isp.test
                Subject: FW: Re: Saha
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --b
                Content-Type: message/rfc822

                Message-ID: <0197-abc@saumaton.test>

                Hei
                --b--
                """);

        assertEquals(Kind.COMPLAINT, mail.report().orElseThrow().kind());
        assertEquals(
                List.of("<0197-abc@saumaton.test>"), mail.report().orElseThrow().originals());
    }

    @Test
    void aReadReceiptTellsThatItWasRead() {
        var report = DeliveryReport.ofDisposition(
                "Final-Recipient: rfc822; mikko@example.test\nOriginal-Message-ID: <0197-abc@saumaton.test>\nDisposition: manual-action/MDN-sent-manually; displayed");

        assertEquals(Kind.READ, report.orElseThrow().kind());
        assertEquals(List.of("<0197-abc@saumaton.test>"), report.orElseThrow().originals());
    }
}
