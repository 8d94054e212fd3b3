/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Compares what a service says of its REST interface with the file in {@code contracts/openapi}. */
public final class OpenApiContract {

    private OpenApiContract() {}

    /**
     * Fails when the document differs from the committed one, saying where it begins to and how to take it over.
     *
     * @param service the service's name, the file's too
     * @param document what {@code /q/openapi} answers, YAML
     */
    public static void check(String service, String document) {
        Path root = Path.of(System.getProperty("saumaton.root"));
        Path committed = root.resolve("contracts/openapi").resolve(service + ".yaml");
        Path made = root.resolve(service).resolve("target/openapi").resolve(service + ".yaml");
        String expected = read(committed);
        requireNames(service, document);
        if (document.equals(expected)) {
            return;
        }
        write(made, document);
        throw new AssertionError("The REST interface of %s is not the one in %s%s%nIf that is meant: cp %s %s"
                .formatted(
                        service,
                        root.relativize(committed),
                        difference(expected, document),
                        root.relativize(made),
                        root.relativize(committed)));
    }

    /** Generated clients call their methods by these names. */
    private static void requireNames(String service, String document) {
        List<String> names = document.lines()
                .filter(line -> line.startsWith("      operationId: "))
                .toList();
        long operations = document.lines()
                .filter(line -> line.matches("    (get|put|post|patch|delete):"))
                .count();
        if (names.size() != operations || Set.copyOf(names).size() != operations) {
            throw new AssertionError("Each operation of %s needs an operationId of its own in @Operation: %d have %s"
                    .formatted(service, operations, names));
        }
    }

    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> now = actual.lines().toList();
        int line = 0;
        while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
            line++;
        }
        return ", from line %d on:%n  committed: %s%n  now:       %s"
                .formatted(line + 1, at(before, line), at(now, line));
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "(ends)";
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
