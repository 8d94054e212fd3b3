/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;

/** Calls that customers make in WhatsApp. They cannot be taken here, but the desk sees that there was one. */
final class CallReader {
    private CallReader() {}

    static Optional<Inbound> read(String channel, Envelope.Change change, JsonNode call, Instant at) {
        var user = change.user(Envelope.CALLS, call);
        var id = call.path("id").asText("");
        if (!call.path("direction").asText("").equals("USER_INITIATED") || id.isBlank() || !user.isKnown()) {
            return Optional.empty();
        }
        var event = call.path("event").asText("");
        var said = Said.of(MessageKind.CALL, text(event, call));
        return Optional.of(Inbounds.of(channel, id + ":" + event, user, user.sender(), said, call, at));
    }

    private static String text(String event, JsonNode call) {
        if (!event.equals("terminate")) {
            return "The customer calls in WhatsApp";
        }
        int seconds = call.path("duration").asInt(0);
        return seconds == 0 ? "The call in WhatsApp was not answered" : "The call in WhatsApp took " + seconds + " s";
    }
}
