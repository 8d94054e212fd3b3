/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.MessageKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Updates and answers collected from elsewhere. They are no part of the project: without them these tests are skipped. */
class TelegramSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples", "telegram");

    @Test
    void everySampleUpdateIsUnderstood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no samples beside the project, nothing to check");
        var kinds = new TreeMap<String, MessageKind>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("marvin__"))
                    .toList()) {
                var parsed = new UpdateParser("telegram:shop")
                        .parse(new ObjectMapper().readTree(file.toFile()), Instant.EPOCH);
                kinds.put(
                        file.getFileName().toString().replaceAll("marvin__|\\.json", ""),
                        parsed.messages().getFirst().kind());
            }
        }
        assertEquals(
                "{audio=MEDIA, callback_query=CHOICE, document=MEDIA, edited_message=EDITED, entities=TEXT, forwarded=TEXT,"
                        + " inline_query=UNSUPPORTED, message_text=TEXT, reply=TEXT, voice=MEDIA}",
                kinds.toString());
    }

    @Test
    void everySampleAnswerIsUnderstood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no samples beside the project, nothing to check");
        assertEquals(new DeliveryOutcome.Sent("1111111:1366"), outcome(200, "response__send_ok_shape.json"));
        assertTrue(outcome(403, "response__403_blocked.json") instanceof DeliveryOutcome.FinalFailure);
        var limited = (DeliveryOutcome.TemporaryFailure) outcome(429, "response__429.json");
        assertEquals(35, limited.retryAfter().toSeconds());
    }

    private static DeliveryOutcome outcome(int status, String file) throws IOException {
        return BotAnswer.outcome(
                status, new ObjectMapper().readTree(FOLDER.resolve(file).toFile()));
    }
}
