/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.Slice;

/** Cuts a batch into one slice per customer, each in the wrapping it came in. */
final class MessagingSlices {
    static final String MESSAGING = "messaging";
    static final String CHANGES = "changes";

    /** What names no customer keeps the order of the whole channel. */
    private static final String NOBODY = "";

    private static final List<String> CUT = List.of(MESSAGING, CHANGES);

    private final ObjectMapper mapper;

    MessagingSlices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What is no JSON stays one slice: why it cannot be understood is said later, where it is kept. */
    List<Slice> of(byte[] body) {
        var root = read(body);
        var cut = new LinkedHashMap<String, ArrayNode>();
        for (var entry : root.path("entry")) {
            entry.path(MESSAGING)
                    .forEach(event -> add(
                            entry, MESSAGING, event, MessagingEvent.of(event).customer(), cut));
            entry.path(CHANGES).forEach(change -> add(entry, CHANGES, change, Comment.author(change), cut));
        }
        if (cut.size() < 2) {
            return List.of(
                    Slice.json(cut.isEmpty() ? NOBODY : cut.keySet().iterator().next(), body));
        }
        var slices = new ArrayList<Slice>(cut.size());
        cut.forEach((key, entries) -> slices.add(Slice.json(key, bytes(root, entries))));
        return slices;
    }

    private JsonNode read(byte[] body) {
        try {
            var root = mapper.readTree(body);
            return root == null ? mapper.missingNode() : root;
        } catch (IOException e) {
            return mapper.missingNode();
        }
    }

    private void add(JsonNode entry, String kind, JsonNode item, String key, Map<String, ArrayNode> cut) {
        ObjectNode part =
                cut.computeIfAbsent(key, any -> mapper.createArrayNode()).addObject();
        entry.properties().forEach(property -> {
            if (!CUT.contains(property.getKey())) {
                part.set(property.getKey(), property.getValue());
            }
        });
        part.putArray(kind).add(item);
    }

    private byte[] bytes(JsonNode root, ArrayNode entries) {
        var slice = mapper.createObjectNode();
        root.properties().forEach(property -> slice.set(property.getKey(), property.getValue()));
        slice.set("entry", entries);
        try {
            return mapper.writeValueAsBytes(slice);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
