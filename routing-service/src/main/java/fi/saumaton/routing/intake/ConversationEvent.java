/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What routing reads of {@code conversation.events}. */
@RegisterForReflection(
        targets = {
            ConversationEvent.MessageReceived.class,
            ConversationEvent.MessageSent.class,
            ConversationEvent.MessageSent.Author.class,
            ConversationEvent.Reopened.class,
            ConversationEvent.Closed.class,
            ConversationEvent.Returned.class,
            ConversationEvent.Closed.By.class,
            ConversationEvent.DeliveryChanged.class
        })
sealed interface ConversationEvent {

    String MESSAGE_RECEIVED = "fi.saumaton.conversation.message-received.v1";
    String MESSAGE_SENT = "fi.saumaton.conversation.message-sent.v1";
    String REOPENED = "fi.saumaton.conversation.reopened.v1";
    String RETURNED = "fi.saumaton.conversation.returned.v1";
    String CLOSED = "fi.saumaton.conversation.closed.v1";
    String DELIVERY_CHANGED = "fi.saumaton.conversation.delivery-changed.v1";

    UUID conversationId();

    long version();

    /**
     * @param number place within the conversation, from 1
     * @param automatic an auto-reply or a newsletter, to which no reply is due
     * @param text looked at for being thanks alone, never kept
     */
    record MessageReceived(
            @NotNull UUID conversationId,
            @Positive long version,
            int number,
            boolean automatic,
            Instant recordedAt,
            String text)
            implements ConversationEvent {

        /** Nobody has asked anything yet. Later automatic messages change nothing: what was due before stays due. */
        boolean opensWithoutQuestion() {
            return automatic && number == 1;
        }
    }

    record MessageSent(
            @NotNull UUID conversationId, @Positive long version, Author author, UUID messageId, Instant recordedAt)
            implements ConversationEvent {

        record Author(String type) {}

        /** A receipt that the system sends is no answer. */
        boolean answers() {
            return author == null || !"system".equals(author.type());
        }
    }

    record Reopened(@NotNull UUID conversationId, @Positive long version, Instant reopenedAt)
            implements ConversationEvent {}

    record Closed(@NotNull UUID conversationId, @Positive long version, String reason, By closedBy, Instant closedAt)
            implements ConversationEvent {
        record By(String type, String id, String name) {}

        /** Somebody says so; that a conversation fell asleep is no outcome. */
        boolean resolved() {
            return "resolved".equals(reason) && closedBy != null && !"system".equals(closedBy.type());
        }
    }

    /** Who was to have it did not come: somebody else is to, and it keeps its place in the line. */
    record Returned(
            @NotNull UUID conversationId,
            @Positive long version,
            @NotBlank String agentId,
            @Positive long assignmentNumber)
            implements ConversationEvent {}

    /** What became of a message of ours. */
    record DeliveryChanged(
            @NotNull UUID conversationId, @Positive long version, UUID messageId, String status)
            implements ConversationEvent {}
}
