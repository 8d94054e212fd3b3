/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Every object against the strict schema of its kind, of Kubernetes 1.32 and 1.35: an unknown field fails, and so does a
 * kind without a schema. The schemas stand beside the project, or where saumaton.schemas says; else this is skipped.
 */
class SchemaTest {
    private static final Path SCHEMAS =
            Overlay.PROJECT.resolve(System.getProperty("saumaton.schemas", "../shared/k8s-schemas"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void everyObjectIsValid(Overlay overlay) throws IOException {
        var index = index();
        var faults = new ArrayList<String>();
        for (var manifest : overlay.manifests()) {
            faults.addAll(faults(index, manifest));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aMisspeltFieldIsFound() throws IOException {
        var index = index();
        var misspelt = Overlay.documents("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: it}
                spec: {maxUnavailabel: 1, selector: {matchLabels: {a: b}}}
                """);

        assertThat(faults(index, new Manifest(misspelt.getFirst()))).anyMatch(it -> it.contains("maxUnavailabel"));
    }

    @Test
    void aKindWithoutASchemaIsFound() throws IOException {
        var unknown = Overlay.documents("{apiVersion: example.com/v1, kind: Thing, metadata: {name: it}}");

        assertThat(faults(index(), new Manifest(unknown.getFirst()))).containsExactly("Thing it: no schema");
    }

    private static JsonNode index() throws IOException {
        assumeTrue(Files.exists(SCHEMAS.resolve("index.json")), "There are no schemas in " + SCHEMAS);
        return JSON.readTree(SCHEMAS.resolve("index.json").toFile());
    }

    private static List<String> faults(JsonNode index, Manifest manifest) throws IOException {
        var file = index.path(manifest.type()).asText();
        if (file.isEmpty()) {
            return List.of(manifest + ": no schema");
        }
        var faults = new ArrayList<String>();
        for (var version :
                file.startsWith("core/") ? List.of(file, file.replace("core/", "core-1.32/")) : List.of(file)) {
            schema(version)
                    .validate(manifest.json())
                    .forEach(fault -> faults.add(manifest + " (" + version + "): " + fault.getMessage()));
        }
        return faults;
    }

    private static JsonSchema schema(String file) throws IOException {
        var known = KNOWN.get(file);
        if (known == null) {
            known = FACTORY.getSchema(JSON.readTree(SCHEMAS.resolve(file).toFile()));
            KNOWN.put(file, known);
        }
        return known;
    }
}
