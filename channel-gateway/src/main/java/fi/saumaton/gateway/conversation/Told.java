/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.attachment.AttachmentRef;

/** The data of stream events about conversations; the kind stands beside each. */
public final class Told {
    public static final String MESSAGE_RECEIVED = "message.received";
    public static final String MESSAGE_SENT = "message.sent";
    public static final String DELIVERY_CHANGED = "delivery.changed";
    public static final String CONVERSATION_UPDATED = "conversation.updated";
    public static final String CONVERSATION_CLOSED = "conversation.closed";

    public static final String ATTACHMENT_CHANGED = "attachment.changed";

    private Told() {}

    /** {@code attachment.changed}: a file has been fetched, or never will be. */
    @RegisterForReflection
    public record OfAttachment(UUID conversationId, UUID messageId, AttachmentRef attachment) {}

    /** {@code message.received}, {@code message.sent}. */
    @RegisterForReflection
    public record OfMessage(UUID conversationId, MessageView message) {}

    /** {@code delivery.changed}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record OfDelivery(UUID conversationId, UUID messageId, String status, String reason, String code) {}

    /** {@code conversation.updated}. */
    @RegisterForReflection
    public record OfConversation(ConversationView conversation) {}

    /** {@code conversation.assigned}: the whole of it. */
    @RegisterForReflection
    public record OfAssignment(ConversationView conversation, List<MessageView> messages) {}

    /** {@code conversation.closed}, to its owner and to the customer. */
    @RegisterForReflection
    public record OfClosing(UUID conversationId) {}
}
