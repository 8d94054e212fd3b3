/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class HubSignatureTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples");

    private final HubSignature signature = new HubSignature("TEST_APP_SECRET");
    private final byte[] body = "test".getBytes(UTF_8);

    @Test
    void signsAsMetaPublishes() {
        assertEquals("sha256=0c61947b610d4f45e65f3d680e26027121ec2413e77598bcb6cfc6e0d9888221", signature.sign(body));
        assertTrue(signature.isRight(signature.sign(body), body));
    }

    @Test
    void whatIsNotExactlyTheSignatureIsWrong() {
        var right = signature.sign(body);
        assertFalse(signature.isRight(null, body));
        assertFalse(signature.isRight("", body));
        assertFalse(signature.isRight("sha256=", body));
        assertFalse(signature.isRight("sha1=" + right.substring(7), body));
        assertFalse(signature.isRight(right.substring(0, right.length() - 1), body));
        assertFalse(signature.isRight(right.substring(0, right.length() - 2) + "zz", body));
        assertFalse(signature.isRight(right, "test ".getBytes(UTF_8)));
        assertFalse(new HubSignature("the token of the handshake").isRight(right, body));
    }

    /** The vectors of the samples beside the project, over the exact bytes of the files. */
    @Test
    void theSamplesAreSignedTheSame() throws IOException {
        var vectors = SAMPLES.resolve("signature-vectors.json");
        assumeTrue(Files.isRegularFile(vectors), "no samples beside the project, nothing to check");
        int checked = 0;
        for (var vector : new ObjectMapper().readTree(Files.readAllBytes(vectors))) {
            var name = vector.path("case").asText("").replaceAll("^file (\\S+).*$", "$1");
            var file = SAMPLES.resolve(name.replace(' ', '_'));
            if (vector.path("channel").asText("").equals("meta") && Files.isRegularFile(file)) {
                var own = new HubSignature("test-app-secret");
                assertEquals(vector.path("value").asText(), own.sign(Files.readAllBytes(file)), name);
                checked++;
            }
        }
        assertEquals(5, checked);
    }
}
