/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A notification captured elsewhere. It is no part of the project: without it this test is skipped. */
class LinkedInSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples", "linkedin");

    @Test
    void aCapturedCommentIsVerifiedAndUnderstood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no samples beside the project, nothing to check");
        var body = Files.readAllBytes(FOLDER.resolve("webhook_comment_captured.json"));
        assertTrue(new LinkedInSignature("test-client-secret")
                .isRight(body, "db88c33b2c7f3d06bd1cf740cb2cf8e6f22485e6cd14ec5fd98c5d0e50548656"));
        var notification =
                new ObjectMapper().readTree(body).path("notifications").get(0);
        var message = new NotificationParser("linkedin:company", "urn:li:organization:96072893")
                .parse(notification)
                .messages()
                .getFirst();
        assertEquals(
                "urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)",
                message.providerMessageId());
        assertEquals("urn:li:person:zLqTygBP8S", message.from().value());
    }
}
