/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Forms collected from elsewhere. They are no part of the project: tests that want them are skipped without them. */
public final class TwilioSamples {
    private static final Path FOLDER =
            Path.of(System.getProperty("saumaton.root", ".."), "..", "shared", "channels", "samples");

    private TwilioSamples() {}

    /** Names without their ending. */
    public static List<String> names(String prefix) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER.resolve("twilio")), "no sample forms beside the project, nothing to check");
        try (var files = Files.list(FOLDER.resolve("twilio"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList();
        }
    }

    public static byte[] body(String name) throws IOException {
        var text = Files.readString(FOLDER.resolve("twilio").resolve(name + ".txt"));
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }

    public static Form form(String name) throws IOException {
        return Form.parse(body(name));
    }

    static Path vectors() {
        var file = FOLDER.resolve("signature-vectors.json");
        assumeTrue(Files.exists(file), "no signature vectors beside the project, nothing to check");
        return file;
    }
}
