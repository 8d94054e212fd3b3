/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * What a Telegram message says, in words that can be read whatever its type is.
 *
 * @param files by reference: their content is fetched later, by getFile
 * @param phone the number of a shared contact that is the sender's own; null otherwise
 */
record MessageContent(MessageKind kind, String text, List<InboundAttachment> files, String phone) {
    /** The type's field and what it is called where no caption says more. */
    private static final Map<String, String> MEDIA = Map.of(
            "animation", "Animation",
            "document", "Document",
            "video", "Video",
            "video_note", "Video message",
            "voice", "Voice message",
            "audio", "Audio",
            "sticker", "Sticker");

    /** Types for which Telegram names no media type. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "animation", "video/mp4",
            "video", "video/mp4",
            "video_note", "video/mp4",
            "voice", "audio/ogg",
            "audio", "audio/mpeg",
            "sticker", "image/webp");

    /** Fields that every message may have; what is left names the type of an unknown one. */
    private static final Set<String> COMMON = Set.of(
            "message_id",
            "message_thread_id",
            "from",
            "sender_chat",
            "sender_boost_count",
            "sender_business_bot",
            "date",
            "business_connection_id",
            "chat",
            "forward_origin",
            "forward_from",
            "forward_date",
            "is_topic_message",
            "is_automatic_forward",
            "reply_to_message",
            "external_reply",
            "quote",
            "reply_to_story",
            "via_bot",
            "edit_date",
            "has_protected_content",
            "is_from_offline",
            "media_group_id",
            "author_signature",
            "paid_star_count",
            "effect_id",
            "reply_markup");

    static MessageContent of(JsonNode message) {
        if (message.hasNonNull("text")) {
            return plain(MessageKind.TEXT, message.get("text").asText());
        }
        if (message.path("photo").isArray() && !message.get("photo").isEmpty()) {
            var photos = message.get("photo");
            return media("Photo", message, file(photos.get(photos.size() - 1), "photo.jpg", "image/jpeg"));
        }
        for (var type : List.of("animation", "document", "video", "video_note", "voice", "audio", "sticker")) {
            if (message.hasNonNull(type)) {
                return media(MEDIA.get(type), message, file(type, message.get(type)));
            }
        }
        return withoutFile(message);
    }

    private static MessageContent withoutFile(JsonNode message) {
        if (message.hasNonNull("venue")) {
            var venue = message.get("venue");
            var name = join(venue.path("title").asText(), venue.path("address").asText());
            return plain(MessageKind.LOCATION, name + "\n" + place(venue.path("location")));
        }
        if (message.hasNonNull("location")) {
            return plain(MessageKind.LOCATION, place(message.get("location")));
        }
        if (message.hasNonNull("contact")) {
            return contact(message.get("contact"), message.path("from").path("id"));
        }
        return plain(MessageKind.UNSUPPORTED, "[" + type(message) + "]");
    }

    private static MessageContent plain(MessageKind kind, String text) {
        return new MessageContent(kind, text, List.of(), null);
    }

    private static MessageContent media(String name, JsonNode message, InboundAttachment file) {
        var emoji = message.path("sticker").path("emoji").asText("");
        var text = message.path("caption").asText(emoji.isEmpty() ? name : name + " " + emoji);
        return new MessageContent(MessageKind.MEDIA, text, List.of(file), null);
    }

    private static InboundAttachment file(String type, JsonNode file) {
        var mediaType = file.path("mime_type").asText(MEDIA_TYPES.getOrDefault(type, "application/octet-stream"));
        if (type.equals("sticker")) {
            mediaType = sticker(file);
        }
        return file(file, file.path("file_name").asText(type), mediaType);
    }

    private static String sticker(JsonNode sticker) {
        if (sticker.path("is_animated").asBoolean()) {
            return "application/x-tgsticker";
        }
        return sticker.path("is_video").asBoolean() ? "video/webm" : "image/webp";
    }

    private static InboundAttachment file(JsonNode file, String name, String mediaType) {
        var id = file.path("file_id").asText();
        var size = file.hasNonNull("file_size") ? file.get("file_size").asLong() : null;
        return InboundAttachment.at(new MediaRef(id, null, mediaType, name, size, null));
    }

    private static String place(JsonNode location) {
        var latitude = location.path("latitude").asText();
        var longitude = location.path("longitude").asText();
        return "Location: %s, %s\nhttps://www.openstreetmap.org/?mlat=%s&mlon=%s"
                .formatted(latitude, longitude, latitude, longitude);
    }

    /** Whoever shares the own contact does it with a button of Telegram's; anybody's contact can be shared otherwise. */
    private static MessageContent contact(JsonNode contact, JsonNode sender) {
        var phone = contact.path("phone_number").asText();
        var name = join(
                contact.path("first_name").asText(), contact.path("last_name").asText());
        boolean own = contact.hasNonNull("user_id")
                && contact.get("user_id").asText().equals(sender.asText())
                && !phone.isEmpty();
        var international = phone.startsWith("+") ? phone : "+" + phone;
        return new MessageContent(
                MessageKind.CONTACT, "Contact: " + join(name, international), List.of(), own ? international : null);
    }

    private static String join(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        return first + ", " + second;
    }

    private static String type(JsonNode message) {
        var types = new ArrayList<String>();
        message.fieldNames().forEachRemaining(name -> {
            if (!COMMON.contains(name)) {
                types.add(name.replace('_', ' '));
            }
        });
        return types.isEmpty() ? "unknown" : types.getFirst();
    }
}
