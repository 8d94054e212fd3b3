/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every event has a valid schema, an example that fits it, and a place in the AsyncAPI document. */
class EventSchemasTest {

    private static final Path EVENTS = Contracts.FOLDER.resolve("events");
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static List<Path> schemas() {
        return Contracts.files(EVENTS, SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaIsValidAndNamedAfterItsEvent(Path file) {
        JsonNode schema = Contracts.json(file);
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));

        assertEquals(Set.of(), meta.validate(schema), () -> file + " is no valid JSON Schema");
        assertEquals(SchemaId.V202012, schema.path("$schema").asText(), () -> file + " names another dialect");
        assertEquals("urn:saumaton:schema:" + type(file), schema.path("$id").asText(), file::toString);
        assertTrue(!schema.path("description").asText().isBlank(), () -> file + " does not say what happened");
        assertTrue(
                schema.path("additionalProperties").isMissingNode(), () -> file + " forbids what may be added later");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theExampleFitsItsSchema(Path file) {
        Path example = Path.of(file.toString().replace(SCHEMA, EXAMPLE));

        assertTrue(Files.exists(example), () -> file + " has no example beside it");
        assertEquals(
                Set.of(),
                FACTORY.getSchema(Contracts.json(file), STRICT).validate(Contracts.json(example)),
                () -> example + " breaks its schema");
    }

    @Test
    void noExampleIsWithoutASchema() {
        List<String> alone = Contracts.files(EVENTS, EXAMPLE).stream()
                .map(file -> file.toString().replace(EXAMPLE, SCHEMA))
                .filter(file -> !Files.exists(Path.of(file)))
                .toList();

        assertEquals(List.of(), alone);
    }

    @Test
    void theAsyncApiDocumentRefersToEverySchemaAndNoOther() {
        Set<String> files = schemas().stream()
                .map(file -> "./" + Contracts.FOLDER.relativize(file))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> references = Contracts.yaml("asyncapi.yaml").findValuesAsText("$ref").stream()
                .filter(reference -> reference.endsWith(SCHEMA))
                .collect(Collectors.toCollection(TreeSet::new));

        Contracts.assertSame(files, "contracts/events", references, "asyncapi.yaml");
    }

    /** The event of a file: events/customer/issue-opened.v1 is fi.saumaton.issue.opened.v1. */
    private static String type(Path file) {
        String area = file.getParent().getFileName().toString();
        String name = file.getFileName().toString().replace(SCHEMA, "");
        for (String aggregate : List.of("issue", "work-item", "offer", "agent", "promise")) {
            if (name.startsWith(aggregate + "-")) {
                return "fi.saumaton." + aggregate + "." + name.substring(aggregate.length() + 1);
            }
        }
        return "fi.saumaton." + area + "." + name;
    }
}
