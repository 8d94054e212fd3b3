/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Watermark;

/** Direct messages, in the form that both APIs share ({@code direct_message_events} beside {@code users}). */
final class DirectMessages {
    static final String THREAD = "dm";
    static final String PREFIX = "dm:";

    private final XAccount account;

    DirectMessages(XAccount account) {
        this.account = account;
    }

    Parsed parse(JsonNode events, JsonNode users) {
        var messages = new ArrayList<Inbound>();
        var receipts = new ArrayList<Receipt>();
        for (var event : events) {
            var created = event.path("message_create");
            if (account.isUs(created.path("sender_id").asText())) {
                receipts.add(account.receipt(id(event), Receipt.Status.SENT, at(event)));
            } else if (event.path("type").asText().equals("message_create")) {
                messages.add(message(event, created, users));
            }
        }
        return new Parsed(messages, receipts);
    }

    /** They have read our messages up to one: all that went out before. */
    Parsed read(JsonNode events) {
        var watermarks = new ArrayList<Watermark>();
        for (var event : events) {
            var reader = event.path("sender_id").asText();
            if (!account.isUs(reader)) {
                watermarks.add(account.readUpTo(reader, at(event)));
            }
        }
        return new Parsed(List.of(), List.of(), watermarks, List.of());
    }

    private Inbound message(JsonNode event, JsonNode created, JsonNode users) {
        var data = created.path("message_data");
        var sender = created.path("sender_id").asText();
        var files = files(data.path("attachment").path("media"));
        return account.inbound(
                files.isEmpty() ? MessageKind.TEXT : MessageKind.MEDIA,
                id(event),
                sender,
                XUsers.name(users, sender),
                THREAD,
                List.of(),
                data.path("text").asText(),
                files,
                at(event));
    }

    private static List<InboundAttachment> files(JsonNode media) {
        var url = media.path("media_url_https").asText("");
        if (url.isEmpty()) {
            return List.of();
        }
        var type = media.path("type").asText();
        boolean photo = type.isEmpty() || type.equals("photo");
        return List.of(InboundAttachment.at(new MediaRef(
                media.path("id_str").asText(media.path("id").asText()),
                url,
                photo ? "image/jpeg" : "video/mp4",
                photo ? "photo.jpg" : "video.mp4",
                null,
                null)));
    }

    private static String id(JsonNode event) {
        return PREFIX + event.path("id").asText();
    }

    private static Instant at(JsonNode event) {
        return Instant.ofEpochMilli(event.path("created_timestamp").asLong());
    }
}
