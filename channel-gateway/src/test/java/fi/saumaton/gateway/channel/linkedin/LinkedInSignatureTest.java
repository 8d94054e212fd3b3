/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LinkedInSignatureTest {
    private final LinkedInSignature signature = new LinkedInSignature("test-client-secret");

    @Test
    void aChallengeIsAnsweredWithoutThePrefix() {
        assertEquals(
                "05f7c3a9fc0fd9476f5fa3a0f318d460b83aba7b241196a57cc44868a392fc57",
                signature.answer("890e4665-4dfe-4ab1-b689-ed553bceeed0"));
    }

    @Test
    void everyByteOfTheBodyIsSigned() {
        var body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        var right = signature.sign(body);
        assertTrue(signature.isRight(body, right));
        assertTrue(signature.isRight(body, right.toUpperCase(java.util.Locale.ROOT)));
        assertFalse(signature.isRight("{\"a\":2}".getBytes(StandardCharsets.UTF_8), right));
        assertFalse(signature.isRight(body, "hmacsha256=" + right), "the prefix is signed, not sent");
        assertFalse(signature.isRight(body, signature.answer("{\"a\":1}")), "the answer to a challenge signs no body");
    }
}
