/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReplyComposerTest {
    private static final UUID ID = UUID.fromString("0197f0a0-0000-7000-8000-000000000001");
    private final ReplyComposer composer =
            new ReplyComposer("support@saumaton.test", Optional.of("Saumaton Tuki"), false);

    static Outbound outbound(String subject, String author, String toName, String inReplyTo, List<String> references) {
        return Outbound.text(
                ID,
                UUID.randomUUID(),
                "email:support",
                "7KQ2M-X9RFD",
                Handle.proven("email", "mikko@example.test", "dmarc-pass"),
                toName,
                subject,
                "Kyllä sopii.\n",
                author,
                inReplyTo,
                references,
                1);
    }

    @Test
    void isAProperAnswer() {
        var mail = composer.compose(
                outbound("VS: Saha", "Jenni", "Mikko", "<m2@x>", List.of("<m1@x>", "<r1@y>", "<m2@x>")));

        assertEquals("Saumaton Tuki <support@saumaton.test>", mail.getFrom());
        assertEquals(List.of("Mikko <mikko@example.test>"), mail.getTo());
        assertEquals("Re: Saha", mail.getSubject());
        assertEquals("Kyllä sopii.\n\n-- \nJenni\nSaumaton Tuki\n[7KQ2M-X9RFD]\n", mail.getText());
        assertEquals("<" + ID + "@saumaton.test>", mail.getHeaders().get("Message-ID"));
        assertEquals("<m2@x>", mail.getHeaders().get("In-Reply-To"));
        assertEquals("<m1@x> <r1@y> <m2@x>", mail.getHeaders().get("References"));
        assertNull(mail.getHeaders().get("Auto-Submitted"));
        assertNull(mail.getHeaders().get("Reply-To"));
    }

    @Test
    void anAutomaticAnswerSaysSo() {
        var mail = composer.compose(outbound("Saha", null, null, "<m1@x>", List.of()));

        assertEquals("auto-replied", mail.getHeaders().get("Auto-Submitted"));
        assertEquals("Kyllä sopii.\n\n-- \nSaumaton Tuki\n[7KQ2M-X9RFD]\n", mail.getText());
    }

    @Test
    void longThreadsAreCutInTheMiddle() {
        var thread = IntStream.range(0, 100)
                .mapToObj(i -> "<" + i + "@a-long-domain.example.test>")
                .toList();
        var references = composer.compose(outbound("Saha", "Jenni", null, thread.getLast(), thread))
                .getHeaders()
                .get("References");

        assertTrue(references.length() <= 900, references);
        assertTrue(references.startsWith("<0@"), references);
        assertTrue(references.endsWith("<98@a-long-domain.example.test> <99@a-long-domain.example.test>"), references);
    }

    @Test
    void idsThatAreNoneAreLeftOut() {
        var mail =
                composer.compose(outbound("Saha", "Jenni", null, "sha256:abc", List.of("sha256:abc", "<m1@x>#twin")));

        assertNull(mail.getHeaders().get("In-Reply-To"));
        assertEquals("<m1@x>", mail.getHeaders().get("References"));
    }

    @Test
    void strangersTextsEndNoHeaderField() {
        var mail = composer.compose(
                outbound("Saha\r\nBcc: all@x.test", "Jenni", "Mikko\r\nBcc: <all@x.test>, \"x", "<m1@x>", List.of()));

        assertEquals("Re: Saha Bcc: all@x.test", mail.getSubject());
        assertEquals(List.of("Mikko Bcc all x.test x <mikko@example.test>"), mail.getTo());
        assertFalse(mail.getHeaders().contains("Bcc"));
    }

    @Test
    void withoutASubjectTheReferenceIsOne() {
        assertEquals(
                "Re: [7KQ2M-X9RFD]",
                composer.compose(outbound(null, "Jenni", null, null, List.of())).getSubject());
    }

    @Test
    void plusAddressingCarriesTheReference() {
        var plus = new ReplyComposer("support@saumaton.test", Optional.empty(), true);

        assertEquals(
                "support+7KQ2M-X9RFD@saumaton.test",
                plus.compose(outbound("Saha", "Jenni", null, null, List.of()))
                        .getHeaders()
                        .get("Reply-To"));
    }
}
