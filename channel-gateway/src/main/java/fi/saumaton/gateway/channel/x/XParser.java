/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Unsupported;

/** Understands one event of X, of either API. What is no message to us (likes, follows, mutes, posts of others) is nothing. */
final class XParser {
    /** Begins the ids of encrypted messages. */
    static final String CHAT_PREFIX = "chat:";

    private static final String ENCRYPTED =
            "Encrypted chat message: X shows it only in its own apps, so it has to be read and answered there";

    /** Known, and no message to us. */
    private static final Set<String> IGNORED = Set.of(
            "block_events",
            "direct_message_indicate_typing_events",
            "favorite_events",
            "follow_events",
            "mute_events",
            "user_event",
            "chat.sent",
            "chat.conversation_join",
            "dm.indicate_typing",
            "oauth.revoke",
            "post.quote.create",
            "post.repost.create");

    /** Prefixes of families of such kinds. */
    private static final List<String> IGNORED_FAMILIES =
            List.of("follow.", "like.", "mute.", "block.", "profile.", "spaces.", "news.");

    private final XAccount account;
    private final DirectMessages directMessages;
    private final Posts posts;

    XParser(XAccount account) {
        this.account = account;
        this.directMessages = new DirectMessages(account);
        this.posts = new Posts(account);
    }

    Parsed parse(JsonNode body, Instant receivedAt) {
        return body.path("data").hasNonNull("event_type")
                ? activity(body.get("data"), includes(body), receivedAt)
                : accountActivity(body);
    }

    /** Beside the data, or within. */
    private static JsonNode includes(JsonNode body) {
        return body.has("includes") ? body.get("includes") : body.path("data").path("includes");
    }

    private Parsed activity(JsonNode data, JsonNode includes, Instant receivedAt) {
        var payload = data.path("payload");
        return switch (data.path("event_type").asText()) {
            case "dm.received", "dm.sent" ->
                directMessages.parse(payload.path("direct_message_events"), payload.path("users"));
            case "dm.read" -> directMessages.read(payload.path("direct_message_mark_read_events"));
            case "post.mention.create", "post.reply.create" -> posts.post(payload, includes);
            case "post.create" ->
                account.isUs(payload.path("author_id").asText()) ? posts.post(payload, includes) : Parsed.nothing();
            case "post.delete" ->
                posts.deleted(
                        payload.path("id").asText(), payload.path("author_id").asText(), receivedAt);
            case "chat.received" -> encrypted(payload);
            default -> other(data.path("event_type").asText(), data);
        };
    }

    private Parsed other(String kind, JsonNode raw) {
        boolean known = IGNORED.contains(kind) || IGNORED_FAMILIES.stream().anyMatch(kind::startsWith);
        return known ? Parsed.nothing() : Parsed.unsupported(new Unsupported(account.channel(), kind, raw.toString()));
    }

    private Parsed accountActivity(JsonNode body) {
        if (body.has("direct_message_events")) {
            return directMessages.parse(body.get("direct_message_events"), body.path("users"));
        }
        if (body.has("direct_message_mark_read_events")) {
            return directMessages.read(body.get("direct_message_mark_read_events"));
        }
        if (body.has("tweet_create_events")) {
            return all(body.get("tweet_create_events"), posts::tweet);
        }
        if (body.has("tweet_delete_events")) {
            return all(body.get("tweet_delete_events"), this::deleted);
        }
        return other(XEvents.kind(body), body);
    }

    private static Parsed all(JsonNode events, Function<JsonNode, Parsed> parser) {
        var messages = new ArrayList<Inbound>();
        var receipts = new ArrayList<Receipt>();
        for (var event : events) {
            var parsed = parser.apply(event);
            messages.addAll(parsed.messages());
            receipts.addAll(parsed.receipts());
        }
        return new Parsed(messages, receipts);
    }

    private Parsed deleted(JsonNode event) {
        var status = event.path("status");
        return posts.deleted(
                status.path("id").asText(),
                status.path("user_id").asText(),
                Instant.ofEpochMilli(event.path("timestamp_ms").asLong()));
    }

    private Parsed encrypted(JsonNode payload) {
        return Parsed.message(account.inbound(
                        MessageKind.UNSUPPORTED,
                        CHAT_PREFIX + payload.path("id").asText(),
                        payload.path("sender_id").asText(),
                        null,
                        "chat",
                        List.of(),
                        ENCRYPTED,
                        List.of(),
                        Instant.ofEpochMilli(payload.path("created_at_msec").asLong()))
                .asItCame(payload.toString()));
    }
}
