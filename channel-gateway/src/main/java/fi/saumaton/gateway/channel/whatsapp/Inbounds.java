/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Sender;

/** The gateway's form of an update. WhatsApp has one conversation per customer at a time. */
final class Inbounds {
    private static final String NO_THREAD = "";

    private Inbounds() {}

    /** @param update as it came, kept where it cannot be shown */
    static Inbound of(
            String channel, String id, WhatsAppUser user, Sender sender, Said said, JsonNode update, Instant at) {
        return new Inbound(
                channel,
                id,
                user.from(),
                sender,
                NO_THREAD,
                answered(said, update),
                null,
                null,
                null,
                said.text(),
                said.fullText(),
                null,
                said.files(),
                false,
                said.kind(),
                said.kind() == MessageKind.UNSUPPORTED ? update.toString() : null,
                at);
    }

    private static List<String> answered(Said said, JsonNode update) {
        return Stream.of(
                        said.about() == null ? "" : said.about(),
                        update.path("context").path("id").asText(""))
                .filter(id -> !id.isBlank())
                .toList();
    }
}
