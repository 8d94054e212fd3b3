/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MailHandoverTest {
    private final MailParser parser = new MailParser(new SenderProof("mx.saumaton.test", 1), Set.of());

    private MailHandover.Identity identity(String mail) {
        return MailHandover.identity(parser, mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMailIsKnownByItsMessageId() {
        var identity = identity("From: Mikko@example.test\r\nMessage-ID: <a@example.test>\r\n\r\nhei");

        assertEquals("<a@example.test>", identity.key());
        assertEquals("mikko@example.test", identity.sender());
    }

    @Test
    void aMessageIdIsFitForTheDatabase() {
        var zero = identity("From: mikko@example.test\r\nMessage-ID: <a\0b@example.test>\r\n\r\nhei");
        var longest = identity("From: mikko@example.test\r\nMessage-ID: <" + "ä".repeat(890) + ">\r\n\r\nhei");

        assertEquals("<ab@example.test>", zero.key());
        assertTrue(longest.key().startsWith("sha256:"), longest.key());
    }

    @Test
    void withoutMessageIdAMailIsKnownByItsContent() {
        var one = identity("From: mikko@example.test\r\n\r\nhei");
        var other = identity("From: mikko@example.test\r\n\r\nmoi");

        assertEquals("sha256:" + one.hash(), one.key());
        assertEquals("sha256:" + other.hash(), other.key());
        assertTrue(!one.key().equals(other.key()));
    }

    @Test
    void whatIsNoMailIsKnownByItsBytes() {
        var nothing = identity("%PDF-1.7 no mail at all");

        assertEquals("sha256:" + nothing.hash(), nothing.key());
        assertEquals("", nothing.sender());
        assertEquals(nothing, identity("%PDF-1.7 no mail at all"));
    }
}
