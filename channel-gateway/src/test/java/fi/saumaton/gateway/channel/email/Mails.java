/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Mails for tests, written as they travel. */
final class Mails {
    static final String SUPPORT = "support@saumaton.test";
    static final String OUR_MX = "mx.saumaton.test";

    private Mails() {}

    static MailParser parser() {
        return new MailParser(new SenderProof(OUR_MX, 1), Set.of(SUPPORT));
    }

    static ParsedMail parse(String mail) {
        return parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    static ParsedMail parse(byte[] mail) {
        return parser().parse(mail);
    }

    /** A plain mail of Mikko's with more header fields on top. */
    static String mikko(String fields, String text) {
        return """
                %sFrom: Mikko <Mikko@Example.test>
                To: support@saumaton.test
                Subject: Chainsaw
                Date: Fri, 13 Nov 2026 11:00:00 +0200
                Message-ID: <m1@example.test>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(fields, text).replace("\n", "\r\n");
    }
}
