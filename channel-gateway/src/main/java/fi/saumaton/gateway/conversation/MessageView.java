/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * A message as clients see it, over REST and in the stream.
 *
 * @param kind what it is; {@code unsupported}: of a kind that cannot be shown, its text only names it
 * @param clientMessageId under which the customer's own widget sent it; only they see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record MessageView(
        UUID messageId,
        String clientMessageId,
        int number,
        String direction,
        Author author,
        String text,
        String fullText,
        String html,
        List<AttachmentRef> attachments,
        boolean automatic,
        MessageKind kind,
        Content content,
        boolean verified,
        Instant occurredAt,
        Instant recordedAt,
        Delivery delivery) {

    /** What became of a message of ours. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Delivery(String status, String reason, String code, Instant changedAt) {}

    public static MessageView from(Message message) {
        return of(message, null, message.author(), true);
    }

    /** As the customer sees it: the agent by name only, and no reasons meant for agents. */
    public static MessageView forCustomer(Message message) {
        return of(
                message, clientMessageId(message), new Author(message.authorType(), null, message.authorName()), false);
    }

    /** What the channel put after the customer's handle; see the channel's natural key. */
    private static String clientMessageId(Message message) {
        return message.direction().equals(Message.IN)
                ? message.providerId().substring(message.providerId().indexOf(':') + 1)
                : null;
    }

    private static MessageView of(Message message, String clientMessageId, Author author, boolean reasons) {
        var delivery = message.deliveryStatus() == null
                ? null
                : new Delivery(
                        message.deliveryStatus(),
                        reasons ? message.deliveryReason() : null,
                        reasons ? message.deliveryCode() : null,
                        message.deliveryChangedAt());
        return new MessageView(
                message.id(),
                clientMessageId,
                message.number(),
                message.direction(),
                author,
                message.text(),
                message.fullText(),
                message.html(),
                message.attachments(),
                message.automatic(),
                message.kind(),
                message.content(),
                message.verified(),
                message.occurredAt(),
                message.recordedAt(),
                delivery);
    }
}
