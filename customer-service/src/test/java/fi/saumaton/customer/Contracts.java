/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The contracts between the services, and JSON as this one reads and writes it. */
public final class Contracts {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Contracts() {}

    /** The golden example of an event as the record, written again: equal to the example, and valid by its schema. */
    public static <T> T produced(String event, Class<T> type) {
        try {
            var example = example(event);
            T record = JSON.treeToValue(example, type);
            JsonNode written = JSON.readTree(JSON.writeValueAsBytes(record));
            assertEquals(example, written, event);
            assertEquals(Set.of(), schema(event).validate(written), event);
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The golden example of somebody else's event, as it is read here. Skips when its producer has not written it yet. */
    public static <T> T consumed(String event, Class<T> type) {
        assumeTrue(Files.exists(file(event, "example")), () -> "No example of " + event + " yet");
        try {
            return JSON.treeToValue(example(event), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode example(String event) throws IOException {
        return JSON.readTree(file(event, "example").toFile());
    }

    private static JsonSchema schema(String event) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(file(event, "schema").toFile()));
    }

    private static Path file(String event, String what) {
        return Path.of(System.getProperty("saumaton.root"), "contracts", "events", event + ".v1." + what + ".json");
    }
}
