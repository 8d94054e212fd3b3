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

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * What was said; a row of the table {@code message}, field for column. It never changes but for its delivery.
 *
 * @param number counts from 1 within the conversation
 * @param direction {@code in} from the customer, {@code out} to them
 * @param providerId natural key within the channel
 * @param verified the handle it came from is proven; always true for our own
 * @param fullText with what was quoted and signed; null where the text is all of it
 * @param html cleaned and safe to show; null when there is none
 * @param kind of the customer's; our own are {@code text}
 * @param raw as it came, for a kind that cannot be shown; null otherwise
 * @param content what an answer of ours is besides its text; null: nothing
 * @param deliveryStatus see {@link DeliveryStatus}; null for the customer's
 * @param deliveryCode the provider's own code of a failure; null otherwise
 */
@RegisterForReflection
public record Message(
        UUID id,
        UUID conversationId,
        int number,
        String direction,
        String channel,
        String providerId,
        String authorType,
        String authorId,
        String authorName,
        boolean verified,
        String text,
        String fullText,
        String html,
        List<AttachmentRef> attachments,
        boolean automatic,
        MessageKind kind,
        String raw,
        Content content,
        UUID inReplyTo,
        Instant occurredAt,
        Instant recordedAt,
        String deliveryStatus,
        String deliveryReason,
        String deliveryCode,
        Instant deliveryChangedAt) {

    public static final String IN = "in";
    public static final String OUT = "out";

    public Author author() {
        return new Author(authorType, authorId, authorName);
    }
}
