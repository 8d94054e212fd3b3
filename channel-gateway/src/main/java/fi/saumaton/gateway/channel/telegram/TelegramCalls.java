/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;

/**
 * The calls of the Bot API that make up one message: its text, in parts where it is long, then its files. Each is made once; a message is through when the last
 * one is.
 */
final class TelegramCalls {
    /** What Telegram takes as a photo; a larger picture goes as a document. Bytes. */
    private static final int LARGEST_PHOTO = 10 * 1024 * 1024;
    /** Bytes of a button's data. */
    private static final int LONGEST_DATA = 64;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TelegramCalls() {}

    /** A method of the Bot API and its parameters. */
    record Call(String method, String contentType, byte[] body) {}

    static List<Call> of(Outbound message) {
        var chat = chat(message);
        var calls = new ArrayList<Call>();
        if (!message.text().isEmpty() || message.files().isEmpty()) {
            var parts = TextParts.of(message.text());
            for (int i = 0; i < parts.size(); i++) {
                calls.add(text(message, chat, parts.get(i), i == 0, i == parts.size() - 1));
            }
        }
        for (int i = 0; i < message.files().size(); i++) {
            calls.add(file(message, chat, i));
        }
        return calls;
    }

    /** The chat in which they wrote: their own with the bot, or a group's. Its id stands before that of each message. */
    private static String chat(Outbound message) {
        for (var id : message.references().reversed()) {
            int colon = id.indexOf(':');
            if (colon > 0 && id.substring(0, colon).matches("-?\\d+")) {
                return id.substring(0, colon);
            }
        }
        return message.to().value();
    }

    private static Call text(Outbound message, String chat, String text, boolean first, boolean last) {
        var body = JSON.objectNode();
        body.put("chat_id", chat);
        body.put("text", text);
        if (first && quotes(message, chat)) {
            body.set(
                    "reply_parameters",
                    JSON.objectNode()
                            .put(
                                    "message_id",
                                    Long.parseLong(message.inReplyTo().substring(chat.length() + 1)))
                            .put("allow_sending_without_reply", true));
        }
        if (last && message.content() instanceof Content.Choices choices) {
            body.set("reply_markup", keyboard(choices));
        }
        return new Call("sendMessage", "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What was said last needs no quotation; an earlier message, that an agent answers, does. */
    private static boolean quotes(Outbound message, String chat) {
        var answered = message.inReplyTo();
        return answered != null
                && answered.matches(chat + ":\\d{1,18}")
                && !message.references().isEmpty()
                && !answered.equals(message.references().getLast());
    }

    /** One below the other, as long texts fit best. */
    private static ObjectNode keyboard(Content.Choices choices) {
        var rows = JSON.arrayNode();
        for (var option : choices.options()) {
            rows.add(JSON.arrayNode()
                    .add(JSON.objectNode().put("text", option.title()).put("callback_data", data(option))));
        }
        return JSON.objectNode().set("inline_keyboard", rows);
    }

    /** An id that is too long is cut; the customer's press then brings back what was on the button all the same. */
    private static String data(Content.Option option) {
        var id = option.id() == null ? option.title() : option.id();
        int end = id.length();
        while (id.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_DATA) {
            end = id.offsetByCodePoints(end, -1);
        }
        return id.substring(0, end);
    }

    private static Call file(Outbound message, String chat, int number) {
        var file = message.files().get(number);
        var type = type(file);
        var form = new Multipart("saumaton-" + message.messageId() + "-" + number)
                .field("chat_id", chat)
                .file(type, file.name(), file.mediaType(), file.content());
        var method = "send" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
        return new Call(method, form.contentType(), form.body());
    }

    /** Photos, films and music that Telegram shows in the chat; anything else is a document. */
    private static String type(OutboundFile file) {
        return switch (file.mediaType()) {
            case "image/jpeg", "image/png", "image/webp" ->
                file.content().length <= LARGEST_PHOTO ? "photo" : "document";
            case "video/mp4" -> "video";
            case "audio/mpeg", "audio/mp4" -> "audio";
            default -> "document";
        };
    }
}
