/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XSignatureTest {
    private final XSignature signature = new XSignature("test-consumer-secret");

    @Test
    void aChallengeIsAnswered() {
        assertEquals("sha256=wbxoN8scmhw5dqzftzpj6g3uAnVpSktqxDDUHYNfIqA=", signature.answer("challenge_string"));
    }

    @Test
    void everyByteOfTheBodyIsSigned() {
        var body = "{\"text\":\"hei\"}".getBytes(StandardCharsets.UTF_8);
        var right = signature.sign(body);
        assertTrue(signature.isRight(body, right));
        assertFalse(signature.isRight("{\"text\":\"Hei\"}".getBytes(StandardCharsets.UTF_8), right));
        assertFalse(signature.isRight(body, new XSignature("another-secret").sign(body)));
        assertFalse(signature.isRight(body, right.substring("sha256=".length())));
        assertFalse(signature.isRight(body, ""));
    }
}
