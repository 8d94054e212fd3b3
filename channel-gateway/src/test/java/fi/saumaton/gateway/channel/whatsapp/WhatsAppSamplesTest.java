/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Unsupported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs the samples beside the project through the parser: Meta's own examples and what others have caught. */
class WhatsAppSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples", "whatsapp");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WhatsAppParser parser = new WhatsAppParser(JSON, number -> Hooks.CHANNEL);
    private final WhatsAppSlices slices = new WhatsAppSlices(JSON);

    private static List<Path> hooks() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no samples beside the project, nothing to check");
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("outbound__"))
                    .sorted()
                    .toList();
        }
    }

    private Parsed parse(byte[] body) {
        return parser.parse(Hooks.raw(body));
    }

    @Test
    void everySampleIsUnderstoodOrKept() throws IOException {
        var kinds = EnumSet.noneOf(MessageKind.class);
        int read = 0;
        for (var file : hooks()) {
            var parsed = parse(Files.readAllBytes(file));
            read++;
            boolean nothing = parsed.messages().isEmpty()
                    && parsed.receipts().isEmpty()
                    && parsed.unsupported().isEmpty();
            assertEquals(isLeftOut(file), nothing, file.getFileName().toString());
            parsed.messages().forEach(message -> {
                kinds.add(message.kind());
                assertFalse(message.text().isBlank(), file.getFileName().toString());
                assertNotNull(message.from());
                assertEquals(
                        message.kind() == MessageKind.UNSUPPORTED, message.raw() != null, message.providerMessageId());
            });
        }
        assertTrue(read > 100, "samples read: " + read);
        assertEquals(EnumSet.allOf(MessageKind.class), kinds);
    }

    /** What an app on a phone hands over. */
    private static boolean isLeftOut(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("official__history")
                || name.startsWith("official__smb_app_state")
                || name.startsWith("outgoing_message__");
    }

    @Test
    void everySampleMeansTheSameCutOrWhole() throws IOException {
        for (var file : hooks()) {
            var body = Files.readAllBytes(file);
            var whole = parse(body);
            var parts =
                    slices.of(body).stream().map(slice -> parse(slice.body())).toList();
            var name = file.getFileName().toString();
            assertEquals(
                    whole.messages(),
                    parts.stream().flatMap(part -> part.messages().stream()).toList(),
                    name);
            assertEquals(
                    whole.receipts(),
                    parts.stream().flatMap(part -> part.receipts().stream()).toList(),
                    name);
            assertEquals(
                    whole.unsupported().stream().map(Unsupported::kind).toList(),
                    parts.stream()
                            .flatMap(part -> part.unsupported().stream())
                            .map(Unsupported::kind)
                            .toList(),
                    name);
        }
    }
}
