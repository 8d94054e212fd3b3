/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the systems' own documents show, where it is at hand beside the repository. */
public final class Samples {
    private Samples() {}

    public static JsonNode json(String name) throws IOException {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        var sample = folder == null
                ? null
                : folder.resolveSibling("shared/channels/samples").resolve(name);
        Assumptions.assumeTrue(sample != null && Files.exists(sample), "The sample " + name + " is not here");
        return new ObjectMapper().readTree(sample.toFile());
    }
}
