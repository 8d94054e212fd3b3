/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.attachment.AttachmentRef;

/** A message as clients see it, over REST and in the stream. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID messageId,
        int number,
        String direction,
        Author author,
        String text,
        List<AttachmentRef> attachments,
        boolean automatic,
        boolean verified,
        Instant occurredAt,
        Instant recordedAt,
        Delivery delivery) {

    /** What became of a message of ours. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(String status, String reason, Instant changedAt) {}

    public static MessageView from(Message message) {
        return of(message, message.author(), message.deliveryReason());
    }

    /** As the customer sees it: the agent by name only, and no reasons meant for agents. */
    public static MessageView forCustomer(Message message) {
        return of(message, new Author(message.authorType(), null, message.authorName()), null);
    }

    private static MessageView of(Message message, Author author, String reason) {
        var delivery = message.deliveryStatus() == null
                ? null
                : new Delivery(message.deliveryStatus(), reason, message.deliveryChangedAt());
        return new MessageView(
                message.id(),
                message.number(),
                message.direction(),
                author,
                message.text(),
                message.attachments(),
                message.automatic(),
                message.verified(),
                message.occurredAt(),
                message.recordedAt(),
                delivery);
    }
}
