/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * What a message of Messenger or Instagram says.
 *
 * @param text readable in every case
 * @param fullText with what belongs to it; null where that is all of it
 */
record MessagingContent(MessageKind kind, String text, String fullText, List<InboundAttachment> files) {

    static MessagingContent of(MessageKind kind, String text) {
        return new MessagingContent(kind, text, null, List.of());
    }

    static MessagingContent read(JsonNode message) {
        if (message.path("is_unsupported").asBoolean()) {
            return of(MessageKind.UNSUPPORTED, "[Unsupported message]");
        }
        var text = message.path("text").asText("");
        var lines = new ArrayList<String>();
        if (!text.isBlank()) {
            lines.add(text);
        }
        var files = new ArrayList<InboundAttachment>();
        var kinds = new ArrayList<MessageKind>();
        message.path("attachments").forEach(attachment -> kinds.add(take(attachment, text, lines, files)));
        var kind = kind(message, text, kinds);
        var said = lines.isEmpty() ? "[Empty message]" : String.join("\n", lines);
        return new MessagingContent(kind, said, origin(message, said), files);
    }

    private static MessageKind kind(JsonNode message, String text, List<MessageKind> attached) {
        if (message.has("quick_reply")) {
            return MessageKind.CHOICE;
        }
        if (attached.isEmpty()) {
            return text.isBlank() ? MessageKind.UNSUPPORTED : MessageKind.TEXT;
        }
        return attached.getFirst();
    }

    /** A file is fetched soon, its address expires; what cannot be shown is named. */
    private static MessageKind take(
            JsonNode attachment, String text, List<String> lines, List<InboundAttachment> files) {
        var type = attachment.path("type").asText("");
        var payload = attachment.path("payload");
        var url = payload.path("url").asText("");
        switch (type) {
            case "image", "video", "audio", "file" -> {
                if (text.isBlank()) {
                    lines.add(payload.has("sticker_id") ? "Sticker" : word(type));
                }
                if (!url.isBlank()) {
                    files.add(InboundAttachment.at(new MediaRef(null, url, null, type, null, null)));
                }
                return MessageKind.MEDIA;
            }
            case "location" -> {
                var place = payload.path("coordinates");
                lines.add(place.path("lat").asText("?") + ", "
                        + place.path("long").asText("?"));
                return MessageKind.LOCATION;
            }
            case "fallback", "share", "template", "ig_post", "ig_reel", "reel", "post", "story_mention" -> {
                lines.add(link(type, attachment));
                return MessageKind.TEXT;
            }
            default -> {
                lines.add("[Unsupported attachment: " + (type.isBlank() ? "unknown" : type) + "]");
                return MessageKind.UNSUPPORTED;
            }
        }
    }

    private static String word(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private static String link(String type, JsonNode attachment) {
        var payload = attachment.path("payload");
        var title = attachment.path("title").asText(payload.path("title").asText(""));
        var url = attachment.path("url").asText(payload.path("url").asText(""));
        var shown = (title + " " + url).strip();
        return shown.isEmpty() ? "[Shared: " + type + "]" : shown;
    }

    /** The story or the link they came from belongs to what they mean. */
    private static String origin(JsonNode message, String said) {
        var lines = new ArrayList<String>();
        lines.add(said);
        var story = message.path("reply_to").path("story").path("url").asText("");
        if (!story.isBlank()) {
            lines.add("About the story " + story);
        }
        var referral = message.path("referral");
        if (referral.isObject()) {
            lines.add("Came from: " + came(referral));
        }
        return lines.size() == 1 ? null : String.join("\n", lines);
    }

    static String came(JsonNode referral) {
        var parts = new ArrayList<String>();
        for (var field : List.of("source", "ref", "ad_id", "referer_uri")) {
            var text = referral.path(field).asText("");
            if (!text.isBlank()) {
                parts.add(text);
            }
        }
        return parts.isEmpty() ? "a link" : String.join(", ", parts);
    }
}
