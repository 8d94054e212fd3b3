/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;

/** What the Send API of Messenger and Instagram is given. */
final class MessagingBodies {
    private static final int LONGEST_TITLE = 20;

    private final Platform platform;
    private final ObjectMapper mapper;

    MessagingBodies(Platform platform, ObjectMapper mapper) {
        this.platform = platform;
        this.mapper = mapper;
    }

    ObjectNode text(Outbound message, Instant now) {
        var body = envelope(message, now);
        var sent = body.putObject("message").put("text", message.text());
        if (message.content() instanceof Content.Choices choices) {
            var replies = sent.putArray("quick_replies");
            choices.options()
                    .forEach(option -> replies.addObject()
                            .put("content_type", "text")
                            .put("title", shortened(option.title()))
                            .put("payload", option.id()));
        }
        track(sent, message);
        return body;
    }

    /** Messenger names an uploaded file where its address would stand; Instagram calls it a share. */
    ObjectNode file(Outbound message, String mediaType, String attachmentId, Instant now) {
        var body = envelope(message, now);
        var sent = body.putObject("message");
        var attachment = sent.putObject("attachment");
        if (platform == Platform.INSTAGRAM) {
            attachment.put("type", "MEDIA_SHARE").putObject("payload").put("id", attachmentId);
        } else {
            attachment.put("type", type(mediaType)).putObject("payload").put("attachment_id", attachmentId);
        }
        track(sent, message);
        return body;
    }

    ObjectNode action(Handle to, String action) {
        var body = mapper.createObjectNode();
        body.putObject("recipient").put("id", to.value());
        return body.put("sender_action", action);
    }

    /** The form field that says what is uploaded. */
    ObjectNode upload(String mediaType) {
        var message = mapper.createObjectNode();
        message.putObject("attachment")
                .put("type", type(mediaType))
                .putObject("payload")
                .put("is_reusable", true);
        return message;
    }

    private ObjectNode envelope(Outbound message, Instant now) {
        var body = mapper.createObjectNode();
        var recipient = body.putObject("recipient");
        var comment = Comment.answered(message.inReplyTo())
                .or(() -> Comment.answered(message.to().value()));
        if (comment.isPresent()) {
            recipient.put("comment_id", comment.get());
            return body;
        }
        recipient.put("id", message.to().value());
        return isLate(message, now)
                ? body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT")
                : body.put("messaging_type", "RESPONSE");
    }

    /** After a day only people may answer, and have to say that they are. */
    private boolean isLate(Outbound message, Instant now) {
        return message.byPerson()
                && message.customerWroteAt() != null
                && message.customerWroteAt().plus(platform.window()).isBefore(now);
    }

    /** Messenger gives it back with the echo: so a send that got no answer turns out to have gone. */
    private void track(ObjectNode sent, Outbound message) {
        if (platform == Platform.MESSENGER) {
            sent.put("metadata", message.messageId().toString());
        }
    }

    private static String type(String mediaType) {
        var kind = mediaType.split("/", 2)[0].toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "image", "video", "audio" -> kind;
            default -> "file";
        };
    }

    private static String shortened(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 2)) ? LONGEST_TITLE - 2 : LONGEST_TITLE - 1;
        return title.substring(0, end) + "…";
    }
}
