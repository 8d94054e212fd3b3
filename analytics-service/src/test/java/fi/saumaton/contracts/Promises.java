/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What events promise their readers: of each event every property, by its path, with its type, its format or its possible
 * values, and whether it is always there. {@code issue.state}: {@code string one of closed|open, always}.
 */
record Promises(Map<String, Map<String, String>> byEvent) {

    private static final String ALWAYS = ", always";

    static Promises ofSchemas(List<Path> files) {
        Map<String, Map<String, String>> byEvent = new TreeMap<>();
        for (Path file : files) {
            JsonNode schema = Contracts.json(file);
            Map<String, String> properties = new TreeMap<>();
            collect(schema, schema, "", properties);
            byEvent.put(schema.get("title").asText(), properties);
        }
        return new Promises(byEvent);
    }

    static Promises read(JsonNode committed) {
        Map<String, Map<String, String>> byEvent = new TreeMap<>();
        committed.properties().forEach(event -> {
            Map<String, String> properties = new TreeMap<>();
            event.getValue()
                    .properties()
                    .forEach(property -> properties.put(
                            property.getKey(), property.getValue().asText()));
            byEvent.put(event.getKey(), properties);
        });
        return new Promises(byEvent);
    }

    private static void collect(JsonNode root, JsonNode place, String path, Map<String, String> properties) {
        JsonNode schema = resolved(root, place);
        Set<String> always = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        schema.path("properties").properties().forEach(property -> {
            String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            JsonNode described = resolved(root, property.getValue());
            properties.put(name, kind(described) + (always.contains(property.getKey()) ? ALWAYS : ""));
            collect(root, described, name, properties);
        });
        if (schema.has("items")) {
            JsonNode items = resolved(root, schema.get("items"));
            properties.put(path + "[]", kind(items));
            collect(root, items, path + "[]", properties);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static String kind(JsonNode schema) {
        StringJoiner kind = new StringJoiner(" ");
        kind.add(schema.path("type").asText("string"));
        if (schema.has("format")) {
            kind.add(schema.get("format").asText());
        }
        if (schema.has("const")) {
            kind.add("one of " + schema.get("const").asText());
        }
        if (schema.has("enum")) {
            Set<String> values = new TreeSet<>();
            schema.get("enum").forEach(value -> values.add(value.asText()));
            kind.add("one of " + String.join("|", values));
        }
        return kind.toString();
    }

    /** What is promised here and not kept there; empty when only optional properties and whole events have been added. */
    List<String> brokenBy(Promises now) {
        List<String> broken = new ArrayList<>();
        byEvent.forEach((event, promised) -> {
            Map<String, String> kept = now.byEvent.getOrDefault(event, Map.of());
            promised.forEach((path, kind) -> {
                if (!kind.equals(kept.get(path))) {
                    broken.add(event + " " + path + ": was \"" + kind + "\", is "
                            + (kept.containsKey(path) ? "\"" + kept.get(path) + "\"" : "gone"));
                }
            });
            kept.forEach((path, kind) -> {
                if (!promised.containsKey(path) && kind.endsWith(ALWAYS) && isOld(path, promised)) {
                    broken.add(event + " " + path + ": new, and earlier events lack it");
                }
            });
        });
        return broken;
    }

    /** Whether what the property belongs to was there before: what is new may always have what it likes. */
    private static boolean isOld(String path, Map<String, String> promised) {
        int end = path.lastIndexOf('.');
        return end < 0 || promised.containsKey(path.substring(0, end));
    }

    /** All that was promised then and all that is promised now: nothing is ever dropped by itself. */
    Promises with(Promises now) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        now.byEvent.forEach((event, properties) -> all.put(event, new TreeMap<>(properties)));
        byEvent.forEach((event, properties) ->
                all.computeIfAbsent(event, name -> new TreeMap<>()).putAll(properties));
        return new Promises(all);
    }
}
