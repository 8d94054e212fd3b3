/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of the events in {@code messaging}: who, to whom, when, and one field that says what.
 *
 * @param what name of that field, empty when there is none
 * @param body its value
 */
record MessagingEvent(JsonNode json, String what, JsonNode body) {
    /** Times before this many milliseconds (in 1973) are meant as seconds. */
    private static final long SECONDS_UP_TO = 100_000_000_000L;

    private static final List<String> FRAME = List.of("sender", "recipient", "timestamp", "prior_message");

    static MessagingEvent of(JsonNode json) {
        for (var property : json.properties()) {
            if (!FRAME.contains(property.getKey())) {
                return new MessagingEvent(json, property.getKey(), property.getValue());
            }
        }
        return new MessagingEvent(json, "", json.path(""));
    }

    /** An echo of what went out from the account, by us or by others. */
    boolean isEcho() {
        return body.path("is_echo").asBoolean();
    }

    String sender() {
        return json.path("sender").path("id").asText("");
    }

    String recipient() {
        return json.path("recipient").path("id").asText("");
    }

    /** Whose side of the conversation is not ours. */
    String customer() {
        return isEcho() ? recipient() : sender();
    }

    Instant at(Instant otherwise) {
        return instant(json.path("timestamp").asLong(0), otherwise);
    }

    static Instant instant(long timestamp, Instant otherwise) {
        try {
            if (timestamp <= 0) {
                return otherwise;
            }
            return timestamp < SECONDS_UP_TO ? Instant.ofEpochSecond(timestamp) : Instant.ofEpochMilli(timestamp);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** For events that have no id of their own: the same event gives the same id. */
    String composedId() {
        return String.join(
                ":",
                what,
                sender(),
                json.path("timestamp").asText(""),
                body.path("mid")
                        .asText(body.path("payload").asText(body.path("ref").asText(""))));
    }
}
