/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;

/** A schema that data are checked by. Nothing is ever fetched: what it refers to is in it. */
final class DataSchema {
    /** Values, lists and objects in the data, so that checking them takes no time that anybody notices. */
    static final int MAX_VALUES = 2_000;

    private static final int MAX_MISTAKES = 20;
    private static final int LONGEST = 120;

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.enableSchemaCache(false)
                    .schemaLoaders(loaders -> loaders.values(all -> {
                        all.clear();
                        all.add(DisallowSchemaLoader.getInstance());
                    })));

    /** Knows the language itself only, which comes with the library. */
    private static final JsonSchemaFactory LANGUAGE = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .regularExpressionFactory(LinearPattern::compile)
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .messageSource((key, otherwise, locale, arguments) -> "")
            .build();

    private final JsonSchema schema;

    private DataSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** @param field a path as {@code owner.plates[0]}; empty for the whole */
    record Mistake(String field, String message) {}

    /** What is wrong with a schema; empty when data can be checked by it. */
    static List<SchemaRule.Fault> faults(JsonNode schema) {
        var faults = SchemaRule.faults(schema);
        if (!faults.isEmpty()) {
            return faults;
        }
        return LANGUAGE
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"), CONFIG)
                .validate(schema)
                .stream()
                .map(message -> new SchemaRule.Fault(
                        message.getInstanceLocation().toString(), "breaks the rule " + message.getType()))
                .sorted(Comparator.comparing(SchemaRule.Fault::place))
                .limit(MAX_MISTAKES)
                .toList();
    }

    /** @param schema without faults */
    static DataSchema of(JsonNode schema) {
        var compiled = FACTORY.getSchema(schema, CONFIG);
        compiled.initializeValidators();
        return new DataSchema(compiled);
    }

    /** Where the data break the schema, the first twenty; empty when they fit. */
    List<Mistake> check(JsonNode data) {
        if (values(data, 0) > MAX_VALUES) {
            return List.of(new Mistake("", "has more than 2,000 values"));
        }
        return schema.validate(data).stream()
                .map(DataSchema::mistake)
                .sorted(Comparator.comparing(Mistake::field).thenComparing(Mistake::message))
                .distinct()
                .limit(MAX_MISTAKES)
                .toList();
    }

    private static int values(JsonNode node, int before) {
        int count = before + 1;
        for (var child : node) {
            if (count > MAX_VALUES) {
                return count;
            }
            count = values(child, count);
        }
        return count;
    }

    private static Mistake mistake(ValidationMessage message) {
        List<Object> place = new ArrayList<>();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            place.add(location.getElement(i));
        }
        if (message.getProperty() != null) {
            place.add(message.getProperty());
        }
        var field = new StringBuilder();
        for (var step : place) {
            field.append(step instanceof Integer ? "[" + step + "]" : "." + step);
        }
        return new Mistake(field.isEmpty() ? "" : field.substring(field.charAt(0) == '.' ? 1 : 0), text(message));
    }

    /** Says what the schema wants, never what the data hold. */
    private static String text(ValidationMessage message) {
        var wanted =
                message.getSchemaNode() == null ? "" : message.getSchemaNode().toString();
        var shown = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) + "…" : wanted;
        return switch (message.getType()) {
            case "required", "dependentRequired" -> "must be there";
            case "additionalProperties", "unevaluatedProperties" -> "is not known to this type";
            case "type" -> "must be of the type " + shown;
            case "enum" -> "must be one of " + shown;
            case "pattern" -> "must match " + shown;
            case "format" -> "must be in the format " + shown;
            default -> "must fit " + message.getType() + " " + shown;
        };
    }
}
