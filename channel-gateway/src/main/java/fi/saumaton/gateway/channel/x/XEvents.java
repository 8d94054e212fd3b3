/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Cuts what X posts into single events: a batch of the Account Activity API ({@code for_user_id} beside lists such as {@code tweet_create_events}) becomes one
 * body of the same form per event. An event of the X Activity API is one already.
 */
final class XEvents {
    private static final Set<String> FRAME = Set.of("for_user_id", "user_has_blocked", "users", "apps");

    private XEvents() {}

    /** An event by itself and who caused it; {@code actor} is empty where nobody is named. */
    record Single(String actor, JsonNode body) {}

    static List<Single> cut(JsonNode body) {
        if (body.path("data").hasNonNull("event_type")) {
            return List.of(new Single(activityActor(body.get("data").path("payload")), body));
        }
        var singles = new ArrayList<Single>();
        body.properties().forEach(field -> {
            if (!FRAME.contains(field.getKey())) {
                var events = field.getValue();
                if (events.isArray()) {
                    events.forEach(event -> singles.add(single(body, field.getKey(), event, true)));
                } else {
                    singles.add(single(body, field.getKey(), events, false));
                }
            }
        });
        return singles;
    }

    /** What an event is called, in either API. */
    static String name(JsonNode body) {
        return body.path("data").hasNonNull("event_type")
                ? body.get("data").get("event_type").asText()
                : kind(body);
    }

    /** The name of what a body of the Account Activity API holds. */
    static String kind(JsonNode body) {
        var names = body.fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            if (!FRAME.contains(name)) {
                return name;
            }
        }
        return "empty";
    }

    private static Single single(JsonNode body, String name, JsonNode event, boolean listed) {
        var actor = actor(event);
        var json = JsonNodeFactory.instance;
        ObjectNode one = json.objectNode();
        for (var frame : List.of("for_user_id", "user_has_blocked")) {
            if (body.has(frame)) {
                one.set(frame, body.get(frame));
            }
        }
        one.set(name, listed ? json.arrayNode().add(event) : event);
        if (body.path("users").has(actor)) {
            one.set("users", json.objectNode().set(actor, body.get("users").get(actor)));
        }
        return new Single(actor, one);
    }

    private static String actor(JsonNode event) {
        for (var path : List.of("/message_create/sender_id", "/sender_id", "/user/id_str", "/source/id", "/user/id")) {
            var id = event.at(path).asText("");
            if (!id.isEmpty()) {
                return id;
            }
        }
        return "";
    }

    private static String activityActor(JsonNode payload) {
        for (var path : List.of(
                "/direct_message_events/0/message_create/sender_id",
                "/author_id",
                "/sender_id",
                "/direct_message_mark_read_events/0/sender_id",
                "/user_id")) {
            var id = payload.at(path).asText("");
            if (!id.isEmpty()) {
                return id;
            }
        }
        return "";
    }
}
