/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Parsed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs the samples beside the project through the parser: what others have caught from Messenger and Instagram. */
class MessagingSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Parsed parse(Platform platform, byte[] body) {
        return new MessagingParser(platform, JSON, account -> platform.kind() + ":shop")
                .parse(MessagingHooks.raw(body));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everySampleIsUnderstoodOrKeptCutOrWhole(Platform platform) throws IOException {
        var folder = FOLDER.resolve(platform.kind());
        assumeTrue(Files.isDirectory(folder), "no samples beside the project, nothing to check");
        int read = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var body = Files.readAllBytes(file);
                var parsed = parse(platform, body);
                var name = file.getFileName().toString();
                assertEquals(isOurOwn(new String(body, UTF_8)), parsed.equals(Parsed.nothing()), name);
                parsed.messages().forEach(message -> assertFalse(message.text().isBlank(), name));
                var cut = new MessagingSlices(JSON).of(body);
                assertEquals(
                        parsed.messages(),
                        cut.stream()
                                .flatMap(slice -> parse(platform, slice.body()).messages().stream())
                                .toList(),
                        name);
                read++;
            }
        }
        assertTrue(read >= 7, "samples read: " + read);
    }

    /** What the page itself did at its posts, or wrote by another program. */
    private static boolean isOurOwn(String body) {
        if (body.contains("is_echo")) {
            return true;
        }
        return body.contains("\"feed\"")
                && body.replaceAll("\\s", "").matches(".*\"(from\":\\{[^}]*\"id|sender_id)\":\"?1234567890321\\b.*");
    }
}
