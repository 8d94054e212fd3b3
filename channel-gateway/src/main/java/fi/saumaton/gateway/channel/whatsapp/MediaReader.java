/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * A file comes by reference: its id lives seven days, and is fetched in the background. The digest that comes along is not passed on: nobody says for sure
 * whether it is of the file or of its encrypted form, and a file must not be lost to a misunderstanding.
 */
final class MediaReader {
    private MediaReader() {}

    static Said read(String type, JsonNode media) {
        var id = media.path("id").asText("");
        var caption = media.path("caption").asText("");
        var text = caption.isBlank() ? word(type, media) : caption;
        return new Said(MessageKind.MEDIA, text, null, null, id.isBlank() ? List.of() : List.of(file(type, id, media)));
    }

    private static InboundAttachment file(String type, String id, JsonNode media) {
        var mediaType = media.path("mime_type").asText("application/octet-stream");
        return InboundAttachment.at(new MediaRef(id, null, mediaType, name(type, media, mediaType), null, null));
    }

    private static String word(String type, JsonNode media) {
        return switch (type) {
            case "audio" -> media.path("voice").asBoolean() ? "Voice message" : "Audio";
            case "image" -> "Image";
            case "video" -> "Video";
            case "sticker" -> "Sticker";
            default -> media.path("filename").asText("Document");
        };
    }

    private static String name(String type, JsonNode media, String mediaType) {
        var given = media.path("filename").asText("");
        if (!given.isBlank()) {
            return given;
        }
        var plain = mediaType.split(";", 2)[0].strip();
        var subtype = plain.substring(plain.indexOf('/') + 1);
        return type + "." + (subtype.equals("jpeg") ? "jpg" : subtype);
    }
}
