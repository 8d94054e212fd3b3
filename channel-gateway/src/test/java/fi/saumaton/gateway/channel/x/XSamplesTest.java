/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Events collected from elsewhere. They are no part of the project: without them these tests are skipped. */
class XSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples", "x");

    @BeforeAll
    static void samplesAreThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no samples beside the project, nothing to check");
    }

    @Test
    void everySampleIsUnderstoodAsWhatItIs() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                var body = new ObjectMapper().readTree(file.toFile());
                var us = body.path("for_user_id").asText("1111111111111111111");
                var parser = new XParser(new XAccount("x:support", us));
                for (var single : XEvents.cut(body)) {
                    var parsed = parser.parse(single.body(), Instant.EPOCH);
                    assertTrue(parsed.unsupported().isEmpty(), file.toString());
                    var what = parsed.messages().stream()
                                    .map(message -> message.kind().wire())
                                    .toList()
                            + (parsed.receipts().isEmpty() ? "" : " own");
                    if (!what.equals("[]")) {
                        found.put(file.getFileName().toString().replace(".json", ""), what);
                    }
                }
            }
        }
        assertEquals(
                "{aaa_direct_message_events=[text], xaa_chat.received=[unsupported], xaa_dm.received=[text], xaa_dm.sent=[] own,"
                        + " xaa_post.create=[] own, xaa_post.mention.create=[text], xaa_post.reply.create=[text]}",
                found.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "aaa_direct_message_events.json, sha256=J8YIWqdwPXx9rbpyC1AeKNR/vGtKYK1CDPXsjORaIqw=",
        "xaa_post.mention.create.json, sha256=mCR6rGk0l1qBfWO3XGvI2TbDzU0tO/jMK6CwvZrS65Q="
    })
    void theirSignaturesAreReproduced(String file, String signature) throws IOException {
        assertTrue(new XSignature("test-consumer-secret").isRight(Files.readAllBytes(FOLDER.resolve(file)), signature));
    }
}
