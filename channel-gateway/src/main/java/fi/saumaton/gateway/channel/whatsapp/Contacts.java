/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The contacts that go with a batch, found by id or number: a full batch has a thousand. */
final class Contacts {
    private final Map<String, JsonNode> byUser = new HashMap<>();
    private final Map<String, JsonNode> byNumber = new HashMap<>();
    private final JsonNode only;

    Contacts(JsonNode contacts) {
        for (var contact : contacts) {
            put(byUser, contact, "user_id");
            put(byNumber, contact, "wa_id");
        }
        only = contacts.size() == 1 ? contacts.get(0) : MissingNode.getInstance();
    }

    private static void put(Map<String, JsonNode> index, JsonNode contact, String field) {
        var value = contact.path(field).asText("");
        if (!value.isBlank()) {
            index.putIfAbsent(value, contact);
        }
    }

    /** A missing node when there is none. Whoever is not named at all is the only one there is. */
    JsonNode find(String userId, String number) {
        if (userId == null && number == null) {
            return only;
        }
        var contact = byUser.get(userId);
        return contact == null ? byNumber.getOrDefault(number, MissingNode.getInstance()) : contact;
    }
}
