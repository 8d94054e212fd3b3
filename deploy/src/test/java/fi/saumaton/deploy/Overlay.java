/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What kubectl makes of an overlay. Rendered once per test run; where there is no kubectl, the tests are skipped. */
enum Overlay {
    LOCAL,
    STAGING,
    PRODUCTION;

    static final Path PROJECT = Path.of(System.getProperty("saumaton.root"));
    static final YAMLMapper YAML = new YAMLMapper();

    private static final Map<Overlay, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    Path folder() {
        return PROJECT.resolve("deploy/overlays").resolve(name().toLowerCase(java.util.Locale.ROOT));
    }

    List<Manifest> manifests() {
        assumeTrue(kubectlIsThere(), "There is no kubectl on the PATH: the manifests are not checked");
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    Stream<Manifest> of(String kind) {
        return manifests().stream().filter(it -> it.kind().equals(kind));
    }

    Manifest one(String kind, String name) {
        return of(kind).filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind + " " + name + " in " + this));
    }

    /** Those that make pods themselves. */
    Stream<Manifest> workloads() {
        return manifests().stream().filter(it -> it.podTemplate().isPresent());
    }

    boolean has(Predicate<Manifest> what) {
        return manifests().stream().anyMatch(what);
    }

    static List<JsonNode> documents(String yaml) {
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            var documents = new ArrayList<JsonNode>();
            values.forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Manifest> render(Overlay overlay) {
        return documents(kubectl("kustomize", overlay.folder().toString())).stream()
                .map(Manifest::new)
                .toList();
    }

    private static boolean kubectlIsThere() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static String kubectl(String... words) {
        var command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(words));
        try {
            var errors = Files.createTempFile("kubectl", ".err");
            var process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + Files.readString(errors));
            }
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
