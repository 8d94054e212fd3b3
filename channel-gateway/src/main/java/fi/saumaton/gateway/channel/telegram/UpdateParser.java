/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Unsupported;

/**
 * Understands one update of the Bot API. Message ids count within a chat, so ours are {@code <chat>:<message>}; everything that is no message of its own
 * (an edit, a press, a reaction) is named by its update.
 */
final class UpdateParser {
    static final String HANDLE = "telegram";

    private final String channel;

    UpdateParser(String channel) {
        this.channel = channel;
    }

    Parsed parse(JsonNode update, Instant receivedAt) {
        var id = "update:" + update.path("update_id").asText();
        for (var field : List.of("message", "business_message")) {
            if (update.hasNonNull(field)) {
                return message(update.get(field));
            }
        }
        for (var field : List.of("edited_message", "edited_business_message")) {
            if (update.hasNonNull(field)) {
                return edit(id, update.get(field));
            }
        }
        if (update.hasNonNull("callback_query")) {
            return press(id, update.get("callback_query"), receivedAt);
        }
        if (update.hasNonNull("message_reaction")) {
            return reaction(id, update.get("message_reaction"));
        }
        if (update.hasNonNull("my_chat_member")) {
            return membership(id, update.get("my_chat_member"));
        }
        return unknown(id, update, receivedAt);
    }

    /** The id under which a message is known here. */
    static String messageId(JsonNode message) {
        return message.path("chat").path("id").asText() + ":"
                + message.path("message_id").asText();
    }

    /** Whose order an update belongs to: the person it came from, or its chat. */
    static String sender(JsonNode update) {
        for (var part : update) {
            for (var path : List.of("/from/id", "/user/id", "/chat/id")) {
                if (part.at(path).isIntegralNumber()) {
                    return part.at(path).asText();
                }
            }
        }
        return "";
    }

    private Parsed message(JsonNode message) {
        if (message.path("from").path("is_bot").asBoolean() || !message.hasNonNull("from")) {
            return Parsed.nothing();
        }
        var content = MessageContent.of(message);
        var answers = message.hasNonNull("reply_to_message")
                ? List.of(messageId(message.get("reply_to_message")))
                : List.<String>of();
        var parsed = inbound(
                content.kind(),
                messageId(message),
                message.get("from"),
                message.path("chat"),
                answers,
                content.text(),
                content.files(),
                content.phone(),
                at(message.path("date")));
        return content.kind() == MessageKind.UNSUPPORTED ? asItCame(parsed, message) : parsed;
    }

    private static Parsed asItCame(Parsed parsed, JsonNode raw) {
        return Parsed.message(parsed.messages().getFirst().asItCame(raw.toString()));
    }

    private Parsed edit(String id, JsonNode message) {
        if (!message.hasNonNull("from")) {
            return Parsed.nothing();
        }
        var content = MessageContent.of(message);
        return inbound(
                MessageKind.EDITED,
                id,
                message.get("from"),
                message.path("chat"),
                List.of(messageId(message)),
                content.text(),
                List.of(),
                null,
                at(message.path("edit_date")));
    }

    /** A press says what stood on the button; its data is what we had put there. */
    private Parsed press(String id, JsonNode query, Instant receivedAt) {
        var message = query.path("message");
        var answers = message.hasNonNull("message_id") ? List.of(messageId(message)) : List.<String>of();
        return inbound(
                MessageKind.CHOICE,
                id,
                query.path("from"),
                message.path("chat"),
                answers,
                label(message, query.path("data").asText()),
                List.of(),
                null,
                receivedAt);
    }

    private static String label(JsonNode message, String data) {
        return StreamSupport.stream(
                        message.path("reply_markup").path("inline_keyboard").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(button -> button.path("callback_data").asText().equals(data))
                .map(button -> button.path("text").asText())
                .findFirst()
                .orElse(data);
    }

    private Parsed reaction(String id, JsonNode reaction) {
        if (!reaction.hasNonNull("user")) {
            return Parsed.nothing();
        }
        var shown = new ArrayList<String>();
        reaction.path("new_reaction")
                .forEach(one ->
                        shown.add(one.path("emoji").asText(one.path("type").asText())));
        return inbound(
                MessageKind.REACTION,
                id,
                reaction.get("user"),
                reaction.path("chat"),
                List.of(messageId(reaction)),
                shown.isEmpty() ? "Reaction removed" : String.join(" ", shown),
                List.of(),
                null,
                at(reaction.path("date")));
    }

    /** Blocked, or taken back: an agent who wonders about silence finds the reason here. */
    private Parsed membership(String id, JsonNode change) {
        var text = switch (change.path("new_chat_member").path("status").asText()) {
            case "kicked" -> "The customer has blocked the bot: answers cannot reach them";
            case "member" -> "The customer lets the bot write to them";
            default -> null;
        };
        if (text == null || !change.path("chat").path("type").asText().equals("private")) {
            return Parsed.nothing();
        }
        return inbound(
                MessageKind.SYSTEM,
                id,
                change.path("from"),
                change.path("chat"),
                List.of(),
                text,
                List.of(),
                null,
                at(change.path("date")));
    }

    /** Whoever sent it is told by the field {@code from} or {@code user} of whatever it is. */
    private Parsed unknown(String id, JsonNode update, Instant receivedAt) {
        var fields = update.properties().iterator();
        while (fields.hasNext()) {
            var field = fields.next();
            var user = field.getValue().path("from").isObject()
                    ? field.getValue().get("from")
                    : field.getValue().path("user");
            if (user.hasNonNull("id")) {
                return unsupported(id, update, field.getKey(), user, field.getValue(), receivedAt);
            }
        }
        return Parsed.unsupported(new Unsupported(channel, kind(update), update.toString()));
    }

    private Parsed unsupported(
            String id, JsonNode update, String what, JsonNode user, JsonNode content, Instant receivedAt) {
        return asItCame(
                inbound(
                        MessageKind.UNSUPPORTED,
                        id,
                        user,
                        content.path("chat"),
                        List.of(),
                        "[" + what.replace('_', ' ') + "]",
                        List.of(),
                        null,
                        receivedAt),
                update);
    }

    private static String kind(JsonNode update) {
        var names = update.fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            if (!name.equals("update_id")) {
                return name;
            }
        }
        return "empty";
    }

    private Parsed inbound(
            MessageKind kind,
            String id,
            JsonNode user,
            JsonNode chat,
            List<String> answers,
            String text,
            List<InboundAttachment> files,
            String phone,
            Instant at) {
        var from = Handle.proven(HANDLE, user.path("id").asText(), "channel");
        var handles = phone == null ? List.of(from) : List.of(from, Handle.claimed("phone", phone));
        return Parsed.message(Inbound.of(kind, channel, id, from, new Sender(handles, name(user)), text, files, at)
                .inThread(thread(chat))
                .answering(answers));
    }

    /** A private chat is one conversation at a time; a group's is another one with the same person. */
    private static String thread(JsonNode chat) {
        var type = chat.path("type").asText("private");
        return type.equals("private") ? "" : "chat " + chat.path("id").asText();
    }

    private static String name(JsonNode user) {
        var name = (user.path("first_name").asText("") + " "
                        + user.path("last_name").asText(""))
                .strip();
        return name.isEmpty() ? user.path("username").asText(null) : name;
    }

    private static Instant at(JsonNode seconds) {
        return Instant.ofEpochSecond(seconds.asLong());
    }
}
