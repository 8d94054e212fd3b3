/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The schemas and examples that the services share, and JSON as the gateway writes it. */
public final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Path EVENTS = Path.of(System.getProperty("saumaton.root"), "contracts", "events");

    private Contracts() {}

    /** {@code name} such as {@code conversation/opened}. */
    public static JsonNode example(String name) {
        return tree(name + ".v1.example.json");
    }

    public static <T> T example(String name, Class<T> type) {
        try {
            return JSON.treeToValue(example(name), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(name + " is not readable as " + type, e);
        }
    }

    public static JsonNode written(Object data) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Set<ValidationMessage> violations(String name, JsonNode data) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(tree(name + ".v1.schema.json"))
                .validate(data);
    }

    private static JsonNode tree(String file) {
        try {
            return JSON.readTree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
