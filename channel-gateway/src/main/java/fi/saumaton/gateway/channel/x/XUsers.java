/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import com.fasterxml.jackson.databind.JsonNode;

/** Names of accounts, wherever an event brings them along: by id, or in a list; with or without a frame {@code data}. */
final class XUsers {
    private XUsers() {}

    /** As they call themselves, null when the event does not say. */
    static String name(JsonNode users, String id) {
        if (users.isArray()) {
            for (var user : users) {
                var plain = unframed(user);
                if (plain.path("id").asText().equals(id)) {
                    return name(plain);
                }
            }
            return null;
        }
        return name(unframed(users.path(id)));
    }

    private static JsonNode unframed(JsonNode user) {
        return user.path("data").isObject() ? user.get("data") : user;
    }

    static String name(JsonNode user) {
        return user.path("name")
                .asText(user.path("username").asText(user.path("screen_name").asText(null)));
    }
}
