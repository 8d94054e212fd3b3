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
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Sender;

/**
 * What happened to a conversation. Wire form: contracts/events/conversation. {@code version} is the conversation's after the change: it grows by one with
 * each of these events.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(
        targets = {
            ConversationEvent.Opened.class,
            ConversationEvent.Reopened.class,
            ConversationEvent.MessageReceived.class,
            ConversationEvent.MessageSent.class,
            ConversationEvent.DeliveryChanged.class,
            ConversationEvent.ClaimMade.class,
            ConversationEvent.Returned.class,
            ConversationEvent.Closed.class
        })
public sealed interface ConversationEvent {
    /** Characters of a text that travel with an event: Kafka's records have an end. */
    int LONGEST_TEXT = 100_000;

    UUID conversationId();

    long version();

    /** The CloudEvents type. */
    default String type() {
        var name = switch (this) {
            case Opened e -> "opened";
            case Reopened e -> "reopened";
            case MessageReceived e -> "message-received";
            case MessageSent e -> "message-sent";
            case DeliveryChanged e -> "delivery-changed";
            case ClaimMade e -> "claim-made";
            case Returned e -> "returned";
            case Closed e -> "closed";
        };
        return "fi.saumaton.conversation." + name + ".v1";
    }

    /**
     * A customer has written and no thread of theirs goes on: new work.
     *
     * @param automatic the first message is an auto-reply or notice: no work, as long as nobody writes
     */
    record Opened(
            UUID conversationId,
            long version,
            String reference,
            String channel,
            String channelKind,
            String subject,
            String language,
            Sender sender,
            UUID firstMessageId,
            boolean automatic,
            Instant openedAt)
            implements ConversationEvent {}

    /** A customer has written soon after the closing: work again. {@code firstMessageId} is the message that reopened it. */
    record Reopened(
            UUID conversationId,
            long version,
            String reference,
            String channel,
            String channelKind,
            String subject,
            String language,
            Sender sender,
            UUID firstMessageId,
            Instant reopenedAt)
            implements ConversationEvent {}

    /**
     * A customer's message is stored.
     *
     * @param automatic an auto-reply, a notice or a mere sign: no reply is due
     * @param kind what the message is; its text is readable whatever it is
     * @param replyDueSince since when the customer waits for us; absent when they don't
     */
    record MessageReceived(
            UUID conversationId,
            long version,
            UUID messageId,
            int number,
            String channel,
            String channelKind,
            String subject,
            String text,
            List<AttachmentRef> attachments,
            Sender sender,
            boolean automatic,
            MessageKind kind,
            Instant occurredAt,
            Instant recordedAt,
            Instant replyDueSince)
            implements ConversationEvent {
        public MessageReceived {
            text = beginning(text);
        }
    }

    /**
     * An answer is stored and on its way; from now on the conversation waits for the customer.
     *
     * @param answeredAfterSeconds how long the customer had waited; absent when no reply was due
     */
    record MessageSent(
            UUID conversationId,
            long version,
            UUID messageId,
            int number,
            String channel,
            String channelKind,
            String text,
            Author author,
            Instant recordedAt,
            Double answeredAfterSeconds)
            implements ConversationEvent {
        public MessageSent {
            text = beginning(text);
        }
    }

    /** What became of an answer. {@code status} as in {@link DeliveryStatus}, lower case; {@code code}: the provider's own. */
    record DeliveryChanged(
            UUID conversationId,
            long version,
            UUID messageId,
            String status,
            String reason,
            String code,
            Instant changedAt)
            implements ConversationEvent {}

    /** The customer gave an address without proof, in a form or in the text. It links nothing by itself. */
    record ClaimMade(UUID conversationId, long version, Handle handle, Instant madeAt) implements ConversationEvent {}

    /** Who was to have it did not come (a telephone was not answered): it waits for somebody else, in the place it had. */
    record Returned(
            UUID conversationId, long version, String agentId, long assignmentNumber, String reason, Instant returnedAt)
            implements ConversationEvent {}

    /** Nobody is to do anything more, until the customer writes again. */
    record Closed(UUID conversationId, long version, CloseReason reason, Author closedBy, Instant closedAt)
            implements ConversationEvent {}

    private static String beginning(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
