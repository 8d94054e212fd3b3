/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Sender;

/**
 * A comment on a post of ours, as a message: those of one customer on one post are a conversation. The answer to it goes to them alone, as Meta's private
 * reply, of which there can be one per comment.
 */
final class Comment {
    private static final String PREFIX = "comment:";
    private static final List<String> FIELDS = List.of("feed", "comments", "live_comments");

    private Comment() {}

    /** Who changed something; empty when nobody is named. */
    static String author(JsonNode change) {
        var value = change.path("value");
        return value.path("from").path("id").asText(value.path("sender_id").asText(""));
    }

    /** The comment that an answer is to; empty when it answers a message. */
    static Optional<String> answered(String inReplyTo) {
        return inReplyTo != null && inReplyTo.startsWith(PREFIX)
                ? Optional.of(inReplyTo.substring(PREFIX.length()).split(":", 2)[0])
                : Optional.empty();
    }

    /** Empty when the change is no comment, or one of our own. */
    static Optional<Inbound> read(Platform platform, String channel, String account, JsonNode change, Instant at) {
        var value = change.path("value");
        var id = value.path("comment_id").asText(value.path("id").asText(""));
        var item = value.path("item").asText("comment");
        if (!FIELDS.contains(change.path("field").asText("")) || !item.equals("comment") || id.isBlank()) {
            return Optional.empty();
        }
        var author = author(change);
        return author.equals(account)
                ? Optional.empty()
                : Optional.of(inbound(channel, value, id, from(platform, author, id), at));
    }

    /** Meta does not always say who commented; then only the comment itself can be answered. */
    private static Handle from(Platform platform, String author, String id) {
        return author.isBlank()
                ? Handle.claimed(platform.kind(), PREFIX + id)
                : Handle.proven(platform.kind(), author, "channel");
    }

    private static Inbound inbound(String channel, JsonNode value, String id, Handle from, Instant at) {
        var verb = value.path("verb").asText("add");
        var own = PREFIX + id;
        var kind = kind(verb);
        var post = value.path("post_id").asText(value.path("media").path("id").asText(id));
        return new Inbound(
                channel,
                kind == MessageKind.TEXT ? own : own + ":" + verb + ":" + at.getEpochSecond(),
                from,
                new Sender(List.of(from), name(value)),
                "post:" + post,
                kind == MessageKind.TEXT ? List.of() : List.of(own),
                null,
                "Comment on a post",
                null,
                text(kind, value),
                null,
                null,
                List.of(),
                false,
                kind,
                null,
                MessagingEvent.instant(value.path("created_time").asLong(0), at));
    }

    private static String text(MessageKind kind, JsonNode value) {
        if (kind == MessageKind.DELETED) {
            return "The comment was deleted";
        }
        var text = value.path("message").asText(value.path("text").asText(""));
        return text.isBlank() ? "[Comment without text]" : text;
    }

    private static MessageKind kind(String verb) {
        return switch (verb) {
            case "edited" -> MessageKind.EDITED;
            case "remove" -> MessageKind.DELETED;
            default -> MessageKind.TEXT;
        };
    }

    private static String name(JsonNode value) {
        var name =
                value.path("from").path("name").asText(value.path("sender_name").asText(""));
        var user = value.path("from").path("username").asText("");
        if (!name.isBlank()) {
            return name;
        }
        return user.isBlank() ? null : "@" + user;
    }
}
