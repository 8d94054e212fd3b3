/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SenderProofTest {
    private static final String PASS =
            "Authentication-Results: mx.saumaton.test; dmarc=pass header.from=example.test\n";
    private static final String OWN_HOP =
            "Received: from out.example.test by mx.saumaton.test; Fri, 13 Nov 2026 11:00:00 +0200\n";
    private static final String FOREIGN_HOP =
            "Received: from laptop by out.example.test; Fri, 13 Nov 2026 10:59:00 +0200\n";

    private static boolean proven(String fields) {
        return Mails.parse(Mails.mikko(fields, "Hei")).fromProven();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASS,
                PASS + OWN_HOP + FOREIGN_HOP,
                OWN_HOP + PASS + FOREIGN_HOP,
                "Return-Path: <mikko@example.test>\n" + OWN_HOP + PASS + FOREIGN_HOP,
                "Authentication-Results: MX.Saumaton.Test 1;\n spf=pass smtp.mailfrom=example.test;\n dkim=pass (2048-bit key; unprotected)\n header.d=example.test;\n dmarc=pass (p=reject dis=none) header.from=EXAMPLE.test\n",
                "Authentication-Results: mx.saumaton.test; spf=pass smtp.mailfrom=example.test\n" + PASS,
            })
    void ourServersPassProves(String fields) {
        assertTrue(proven(fields));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authentication-Results: mx.saumaton.test; none\n",
                "Authentication-Results: mx.saumaton.test; dmarc=fail (p=reject) header.from=example.test\n",
                "Authentication-Results: mx.saumaton.test; dmarc=none header.from=example.test\n",
                "Authentication-Results: mx.saumaton.test; spf=pass smtp.mailfrom=example.test; dkim=pass header.d=example.test\n",
                "Authentication-Results: mx.saumaton.test; dmarc=pass\n",
                "Authentication-Results: mx.saumaton.test; dmarc=pass header.from=other.test\n",
                "Authentication-Results: mx.saumaton.test; dmarc=pass header.from=mail.example.test\n",
                "Authentication-Results: mx.saumaton.test; dmarc=fail (comment; dmarc=pass header.from=example.test) header.from=example.test\n",
                "Authentication-Results: mx.saumaton.test; dmarc=fail reason=\"x; dmarc=pass header.from=example.test\" header.from=example.test\n",
                "Authentication-Results: mx.saumaton.test; spf=pass; x-dmarc=pass header.from=example.test\n",
                "Authentication-Results: mx.saumaton.test.evil.test; dmarc=pass header.from=example.test\n",
                "Authentication-Results: (mx.saumaton.test) evil.test; dmarc=pass header.from=example.test\n",
                "Authentication-Results: evil.test; dmarc=pass header.from=example.test\n",
                OWN_HOP + FOREIGN_HOP + PASS,
                "X-Authentication-Results: mx.saumaton.test; dmarc=pass header.from=example.test\n",
                "Authentication-Results: dmarc=pass header.from=example.test\n",
            })
    void anythingElseIsAClaim(String fields) {
        assertFalse(proven(fields));
    }

    @Test
    void aForgedStampBelowTheRealOneChangesNothing() {
        var real = "Authentication-Results: mx.saumaton.test; dmarc=fail header.from=example.test\n";

        assertFalse(proven(real + OWN_HOP + PASS));
        assertFalse(proven(real + PASS), "two stamps that contradict each other prove nothing");
        assertFalse(proven(
                real + "Authentication-Results: mx.example.test; dmarc=pass header.from=example.test\n" + OWN_HOP));
    }

    @Test
    void twoAuthorsProveNothing() {
        assertFalse(proven(PASS + "From: Sami <sami@example.test>\n"));
        assertFalse(Mails.parse(PASS + "From: Mikko <mikko@example.test>, Sami <sami@example.test>\nSubject: x\n\nHei")
                .fromProven());
    }

    @Test
    void theNameIsNotTheAddress() {
        var mail = PASS + "From: \"mikko@example.test\" <thief@evil.test>\nSubject: x\n\nHei";

        assertFalse(Mails.parse(mail).fromProven());
        assertEquals("thief@evil.test", Mails.parse(mail).from().orElseThrow().address());
    }

    @Test
    void withoutAnIdOfOursNobodyIsBelieved() {
        assertFalse(new SenderProof("", 1)
                .proves(
                        List.of(Map.entry("Authentication-Results", "; dmarc=pass header.from=example.test")),
                        "example.test"));
    }

    @Test
    void moreServersOfOursMeanMoreTrustedFields() {
        var headers = List.of(
                Map.entry("Received", "by store.saumaton.test"),
                Map.entry("Received", "by mx.saumaton.test"),
                Map.entry("Authentication-Results", "mx.saumaton.test; dmarc=pass header.from=example.test"));

        assertFalse(new SenderProof(Mails.OUR_MX, 1).proves(headers, "example.test"));
        assertTrue(new SenderProof(Mails.OUR_MX, 2).proves(headers, "example.test"));
    }
}
