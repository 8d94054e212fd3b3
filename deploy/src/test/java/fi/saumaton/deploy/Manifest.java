/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** One object of an overlay. */
record Manifest(JsonNode json) {
    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.path("metadata").path("name").asText();
    }

    String namespace() {
        return json.path("metadata").path("namespace").asText();
    }

    String type() {
        return json.path("apiVersion").asText() + "/" + kind();
    }

    /** @param path of field names with dots between them */
    JsonNode at(String path) {
        JsonNode node = json;
        for (String field : path.split("\\.")) {
            node = node.path(field);
        }
        return node;
    }

    Map<String, String> labels() {
        return strings(at("metadata.labels"));
    }

    /** The pods it makes, if it makes any itself. */
    Optional<JsonNode> podTemplate() {
        var template = kind().equals("CronJob") ? at("spec.jobTemplate.spec.template") : at("spec.template");
        return template.path("spec").has("containers") ? Optional.of(template) : Optional.empty();
    }

    /** All containers of its pods, also those that only prepare. */
    List<JsonNode> containers() {
        var all = new ArrayList<JsonNode>();
        podTemplate().map(template -> template.path("spec")).ifPresent(spec -> {
            spec.path("initContainers").forEach(all::add);
            spec.path("containers").forEach(all::add);
        });
        return all;
    }

    static Map<String, String> strings(JsonNode object) {
        var strings = new java.util.TreeMap<String, String>();
        object.properties()
                .forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
        return strings;
    }

    static Stream<JsonNode> each(JsonNode array) {
        Iterable<JsonNode> elements = array::iterator;
        return StreamSupport.stream(elements.spliterator(), false);
    }

    /** Every object within a document, itself included. */
    static Stream<JsonNode> everything(JsonNode node) {
        Iterator<JsonNode> children = node.iterator();
        var all = Stream.of(node);
        while (children.hasNext()) {
            all = Stream.concat(all, everything(children.next()));
        }
        return all;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
