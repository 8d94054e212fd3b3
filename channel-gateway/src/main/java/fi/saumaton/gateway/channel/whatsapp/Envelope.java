/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The wrapping of the Cloud API's hooks: entries (accounts) with changes, each with a field and a value. */
final class Envelope {
    /** The arrays of a value that hold updates of one customer each. */
    static final String MESSAGES = "messages";

    static final String STATUSES = "statuses";
    static final String CALLS = "calls";
    static final String PREFERENCES = "user_preferences";
    static final List<String> UPDATES = List.of(MESSAGES, STATUSES, CALLS, PREFERENCES);

    private Envelope() {}

    /**
     * One change.
     *
     * @param entry the business account it belongs to, as it came
     */
    record Change(JsonNode entry, String field, JsonNode value, Contacts contacts) {
        /** The number of ours that it concerns; empty where the account as a whole is meant. */
        String numberId() {
            return value.path("metadata").path("phone_number_id").asText("");
        }

        /** The updates it holds, by their kind. History that a coexisting app hands over is none: it is nobody's new message. */
        List<JsonNode> updates(String kind) {
            if (!field.equals(MESSAGES) && !field.equals(kind)) {
                return List.of();
            }
            var updates = new ArrayList<JsonNode>();
            value.path(kind).forEach(updates::add);
            return updates;
        }

        /** The customer of one of its updates. */
        WhatsAppUser user(String kind, JsonNode update) {
            return switch (kind) {
                case STATUSES -> WhatsAppUser.recipient(contacts, update);
                case PREFERENCES ->
                    WhatsAppUser.of(contacts, textOrNull(update, "user_id"), textOrNull(update, "wa_id"));
                default -> WhatsAppUser.sender(contacts, update);
            };
        }
    }

    static List<Change> changes(JsonNode root) {
        var changes = new ArrayList<Change>();
        for (var entry : root.path("entry")) {
            for (var change : entry.path("changes")) {
                var value = change.path("value");
                var contacts = new Contacts(value.path("contacts"));
                changes.add(new Change(entry, change.path("field").asText(""), value, contacts));
            }
        }
        return changes;
    }

    private static String textOrNull(JsonNode node, String field) {
        var text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
