/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a schema may be used: it can neither fetch anything, nor grow when it is unfolded, nor go round in circles, nor
 * hold a pattern that takes longer than its text.
 */
final class SchemaRule {
    /** Longest schema, in characters. */
    static final int MAX_LENGTH = 16 * 1024;
    /** Schemas within schemas. */
    static final int MAX_DEPTH = 12;
    /** Schemas in all, once every reference is replaced by what it refers to. */
    static final int MAX_UNFOLDED = 500;

    private static final String DEFINITIONS = "#/$defs/";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Set<String> ONE = Set.of(
            "items",
            "additionalProperties",
            "propertyNames",
            "contains",
            "not",
            "if",
            "then",
            "else",
            "unevaluatedProperties",
            "unevaluatedItems");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");
    private static final Set<String> PLAIN = Set.of(
            "type",
            "enum",
            "const",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
            "required",
            "dependentRequired",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "$comment");
    private static final Set<String> FORMATS =
            Set.of("date", "date-time", "time", "duration", "email", "uri", "uuid", "ipv4", "ipv6");

    /** @param place in the schema, as a JSON pointer */
    record Fault(String place, String message) {}

    private final JsonNode root;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> unfolding = new HashSet<>();

    private SchemaRule(JsonNode root) {
        this.root = root;
    }

    /** What is wrong with it; empty when it may be used. */
    static List<Fault> faults(JsonNode schema) {
        var rule = new SchemaRule(schema);
        if (schema.toString().length() > MAX_LENGTH) {
            rule.fault("", "is longer than 16 Ki characters");
        } else if (!schema.isObject() || !"object".equals(schema.path("type").asText())) {
            rule.fault("/type", "must be object");
        } else {
            int size = rule.size(schema, "", 0);
            if (size > MAX_UNFOLDED) {
                rule.fault("", "has more than 500 schemas, counting each reference as what it refers to");
            }
        }
        return List.copyOf(rule.faults);
    }

    private void fault(String place, String message) {
        faults.add(new Fault(place, message));
    }

    /** How many schemas it is made of when unfolded; more than allowed is not counted to the end. */
    private int size(JsonNode schema, String place, int depth) {
        if (depth > MAX_DEPTH) {
            fault(place, "is more than 12 schemas deep");
            return 1;
        }
        if (!schema.isObject()) {
            return 1;
        }
        int size = 1;
        for (var field : schema.properties()) {
            var at = place + "/" + escaped(field.getKey());
            size = Math.min(MAX_UNFOLDED + 1, size + keyword(field.getKey(), field.getValue(), at, depth));
        }
        return size;
    }

    private int keyword(String keyword, JsonNode value, String place, int depth) {
        if (ONE.contains(keyword)) {
            return size(value, place, depth + 1);
        }
        if (LISTS.contains(keyword)) {
            int size = 0;
            for (int i = 0; i < value.size(); i++) {
                size += size(value.path(i), place + "/" + i, depth + 1);
            }
            return size;
        }
        if (MAPS.contains(keyword)) {
            return named(keyword, value, place, depth);
        }
        switch (keyword) {
            case "$ref" -> {
                return reference(value.asText(), place, depth);
            }
            case "pattern" -> pattern(value.asText(), place);
            case "format" -> {
                if (!FORMATS.contains(value.asText())) {
                    fault(place, "is not a format that is checked here");
                }
            }
            case "$schema" -> {
                if (!DIALECT.equals(value.asText().replaceAll("#$", ""))) {
                    fault(place, "must be " + DIALECT);
                }
            }
            default -> {
                if (!PLAIN.contains(keyword)) {
                    fault(place, "is not a keyword that is used here");
                }
            }
        }
        return 0;
    }

    /** Definitions count where they are referred to. */
    private int named(String keyword, JsonNode schemas, String place, int depth) {
        int size = 0;
        for (var schema : schemas.properties()) {
            var at = place + "/" + escaped(schema.getKey());
            if (keyword.equals("patternProperties")) {
                pattern(schema.getKey(), at);
            }
            if (keyword.equals("$defs")) {
                if (depth > 0) {
                    fault(place, "must stand at the top");
                }
                unfold(schema.getKey(), at);
            } else {
                size += size(schema.getValue(), at, depth + 1);
            }
        }
        return size;
    }

    private int reference(String target, String place, int depth) {
        var name = target.startsWith(DEFINITIONS) ? target.substring(DEFINITIONS.length()) : "";
        if (name.isEmpty()
                || !name.matches("[A-Za-z0-9_-]{1,60}")
                || !root.path("$defs").has(name)) {
            fault(place, "must refer to a definition of this schema, as #/$defs/name");
            return 0;
        }
        if (depth + 1 > MAX_DEPTH) {
            fault(place, "is more than 12 schemas deep");
            return 0;
        }
        return unfold(name, "/$defs/" + name);
    }

    private int unfold(String name, String place) {
        if (sizes.containsKey(name)) {
            return sizes.get(name);
        }
        if (!unfolding.add(name)) {
            fault(place, "refers to itself");
            return 0;
        }
        int size = size(root.path("$defs").path(name), place, 1);
        unfolding.remove(name);
        sizes.put(name, size);
        return size;
    }

    private void pattern(String pattern, String place) {
        LinearPattern.fault(pattern).ifPresent(message -> fault(place, message));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
