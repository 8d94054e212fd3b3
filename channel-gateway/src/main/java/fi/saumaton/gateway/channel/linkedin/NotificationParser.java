/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Unsupported;

/**
 * Understands one notification of an organisation's page. A comment is named by its URN, which holds the activity it stands under: {@code
 * urn:li:comment:(urn:li:activity:1,2)}.
 */
final class NotificationParser {
    static final String HANDLE = "linkedin";

    private final String channel;
    private final String organization;

    NotificationParser(String channel, String organization) {
        this.channel = channel;
        this.organization = organization;
    }

    Parsed parse(JsonNode notification) {
        return switch (notification.path("action").asText()) {
            case "COMMENT" -> comment(notification, MessageKind.TEXT);
            case "COMMENT_EDIT" -> comment(notification, MessageKind.EDITED);
            case "COMMENT_DELETE" -> comment(notification, MessageKind.DELETED);
            case "ADMIN_COMMENT" -> own(notification);
            case "SHARE_MENTION" -> mention(notification);
            case "LIKE", "SHARE" -> Parsed.nothing();
            default ->
                Parsed.unsupported(new Unsupported(
                        channel, notification.path("action").asText("unknown"), notification.toString()));
        };
    }

    /** Whose order a notification belongs to; empty where nobody is named. */
    static String author(JsonNode notification) {
        var activity = notification.path("decoratedGeneratedActivity");
        return activity.path("comment")
                .path("owner")
                .asText(activity.path("share").path("owner").asText(""));
    }

    private Parsed comment(JsonNode notification, MessageKind kind) {
        var comment = notification.path("decoratedGeneratedActivity").path("comment");
        var owner = comment.path("owner").asText("");
        var id = id(notification);
        if (owner.equals(organization)) {
            return own(notification);
        }
        if (owner.isEmpty()) {
            return Parsed.unsupported(new Unsupported(channel, "comment without author", notification.toString()));
        }
        var text = kind == MessageKind.DELETED
                ? "The comment was deleted by its author"
                : comment.path("text").asText("");
        return Parsed.message(message(kind, notification, name(kind, id, notification), owner, text)
                .answering(kind == MessageKind.TEXT ? parent(comment) : List.of(id)));
    }

    /** Its URN, whichever way it is written. */
    private static String id(JsonNode notification) {
        var comment = notification.path("decoratedGeneratedActivity").path("comment");
        var urn = comment.path("entity")
                .asText(notification.path("generatedActivity").asText());
        return CommentUrn.of(urn)
                .map(known -> known.comment() == null ? urn : known.comment())
                .orElse(urn);
    }

    /** A change is a message of its own, named by its notification. */
    private static String name(MessageKind kind, String id, JsonNode notification) {
        return kind == MessageKind.TEXT
                ? id
                : "notification:" + notification.path("notificationId").asText();
    }

    private Parsed mention(JsonNode notification) {
        var share = notification.path("decoratedGeneratedActivity").path("share");
        var owner = share.path("owner").asText("");
        if (owner.isEmpty()) {
            return Parsed.unsupported(new Unsupported(channel, "mention without author", notification.toString()));
        }
        var id = notification
                .path("generatedActivity")
                .asText(share.path("entity").asText());
        return Parsed.message(message(
                MessageKind.TEXT, notification, id, owner, share.path("text").asText("")));
    }

    /** What we have said ourselves comes back: it has gone out. */
    private Parsed own(JsonNode notification) {
        return Parsed.receipt(new Receipt(channel, id(notification), Receipt.Status.SENT, null, at(notification)));
    }

    private Inbound message(MessageKind kind, JsonNode notification, String id, String owner, String text) {
        var from = Handle.proven(HANDLE, owner, "channel");
        var thread = notification
                .path("sourcePost")
                .asText(notification.path("generatedActivity").asText());
        return Inbound.of(kind, channel, id, from, new Sender(List.of(from), null), text, List.of(), at(notification))
                .inThread(thread);
    }

    private static List<String> parent(JsonNode comment) {
        var parent = comment.path("parentComment").asText("");
        return parent.isEmpty() ? List.of() : List.of(parent);
    }

    private static Instant at(JsonNode notification) {
        return Instant.ofEpochMilli(notification.path("lastModifiedAt").asLong());
    }
}
