/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The files of the project that the contract tests read. */
final class Contracts {

    static final List<String> SERVICES =
            List.of("channel-gateway", "customer-service", "routing-service", "analytics-service");

    static final Path ROOT = Path.of(System.getProperty("saumaton.root"));
    static final Path FOLDER = ROOT.resolve("contracts");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Contracts() {}

    static JsonNode yaml(String name) {
        try {
            return YAML.readTree(FOLDER.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the folder whose name ends so, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with what is on one side only. */
    static <T> void assertSame(Collection<T> here, String hereName, Collection<T> there, String thereName) {
        assertEquals(List.of(), without(here, there), () -> "Only in " + hereName);
        assertEquals(List.of(), without(there, here), () -> "Only in " + thereName);
    }

    private static <T> List<T> without(Collection<T> some, Collection<T> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    /** A service's own application.properties. */
    static Properties settings(String service) {
        Properties settings = new Properties();
        try (var reader =
                Files.newBufferedReader(ROOT.resolve(service).resolve("src/main/resources/application.properties"))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
