/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

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

/**
 * Cuts a batch (up to 1,000 updates) into one slice per customer, each in the wrapping it came in, so that the slices of different customers can be taken
 * side by side and those of one stay in order.
 */
final class WhatsAppSlices {
    /** What concerns an account as a whole keeps the order of the whole channel. */
    private static final String ACCOUNT = "";

    private final ObjectMapper mapper;

    WhatsAppSlices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What is no JSON, or not of this form, stays one slice: why it cannot be understood is said later, where it is kept. */
    List<Slice> of(byte[] body) {
        var cut = new LinkedHashMap<String, ArrayNode>();
        var root = read(body);
        Envelope.changes(root).forEach(change -> cut(change, cut));
        if (cut.size() < 2) {
            return List.of(
                    Slice.json(cut.isEmpty() ? ACCOUNT : cut.keySet().iterator().next(), body));
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

    private void cut(Envelope.Change change, Map<String, ArrayNode> cut) {
        boolean whole = true;
        for (var kind : Envelope.UPDATES) {
            for (var update : change.updates(kind)) {
                var user = change.user(kind, update);
                add(change, value(change, kind, update, user), user.isKnown() ? user.key() : ACCOUNT, cut);
                whole = false;
            }
        }
        if (whole) {
            add(change, change.value(), ACCOUNT, cut);
        }
    }

    /** The value with this one update, and of the contacts only the customer's. */
    private ObjectNode value(Envelope.Change change, String kind, JsonNode update, WhatsAppUser user) {
        var value = mapper.createObjectNode();
        change.value().properties().forEach(property -> {
            if (!Envelope.UPDATES.contains(property.getKey())) {
                value.set(property.getKey(), property.getValue());
            }
        });
        if (change.value().has("contacts")) {
            var own = value.putArray("contacts");
            var contact = change.contacts().find(user.userId(), user.number());
            if (!contact.isMissingNode()) {
                own.add(contact);
            }
        }
        value.putArray(kind).add(update);
        return value;
    }

    private void add(Envelope.Change change, JsonNode value, String key, Map<String, ArrayNode> cut) {
        var entry = cut.computeIfAbsent(key, any -> mapper.createArrayNode()).addObject();
        change.entry().properties().forEach(property -> {
            if (!property.getKey().equals("changes")) {
                entry.set(property.getKey(), property.getValue());
            }
        });
        entry.putArray("changes").addObject().put("field", change.field()).set("value", value);
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
