/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** What a customer told WhatsApp about marketing messages; the desk sees it. */
final class PreferenceReader {
    private PreferenceReader() {}

    static Inbound read(String channel, Envelope.Change change, JsonNode preference, Instant at) {
        var user = change.user(Envelope.PREFERENCES, preference);
        if (!user.isKnown()) {
            throw new UnreadableInboundException("A preference names nobody");
        }
        var value = preference.path("value").asText("");
        var id = String.join(
                ":", "preference", user.key(), preference.path("category").asText(""), value, at.toString());
        var said = Said.of(MessageKind.SYSTEM, text(value));
        return Inbounds.of(channel, id, user, user.sender(), said, preference, at);
    }

    private static String text(String value) {
        return switch (value) {
            case "stop" -> "The customer wants no more marketing messages";
            case "resume", "signup" -> "The customer takes marketing messages";
            default -> "The customer changed what messages they take: " + value;
        };
    }
}
