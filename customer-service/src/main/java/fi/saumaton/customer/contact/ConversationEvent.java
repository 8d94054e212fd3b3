/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fi.saumaton.customer.identity.StatedHandle;
import fi.saumaton.customer.timeline.Author;

/**
 * What is read of the gateway's {@code conversation.events}: only what is needed here, and tolerant of the rest. A record
 * that lacks what it can't do without refuses to be made, so the event is malformed.
 */
sealed interface ConversationEvent {
    String OPENED = "fi.saumaton.conversation.opened.v1";
    String REOPENED = "fi.saumaton.conversation.reopened.v1";
    String MESSAGE_RECEIVED = "fi.saumaton.conversation.message-received.v1";
    String MESSAGE_SENT = "fi.saumaton.conversation.message-sent.v1";
    String CLAIM_MADE = "fi.saumaton.conversation.claim-made.v1";

    UUID conversationId();

    /** Who is on the other side, as far as the channel can tell. */
    record Sender(List<StatedHandle> handles, String displayName) {
        public Sender {
            handles = handles == null ? List.of() : handles;
        }
    }

    /** A file that came with a message. */
    record Attachment(UUID id, String name, String mediaType, long size) {}

    /** A conversation begins, or begins again; exactly one of the two times is there. */
    record Begun(
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
            Instant openedAt,
            Instant reopenedAt)
            implements ConversationEvent {
        public Begun {
            Objects.requireNonNull(conversationId, "conversationId");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(channelKind, "channelKind");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(firstMessageId, "firstMessageId");
            Objects.requireNonNull(reopenedAt == null ? openedAt : reopenedAt, "openedAt or reopenedAt");
        }

        Instant at() {
            return reopenedAt == null ? openedAt : reopenedAt;
        }
    }

    /** The customer wrote. */
    record MessageReceived(
            UUID conversationId,
            UUID messageId,
            String subject,
            String text,
            List<Attachment> attachments,
            Sender sender,
            boolean automatic,
            Instant recordedAt)
            implements ConversationEvent {
        public MessageReceived {
            Objects.requireNonNull(conversationId, "conversationId");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(recordedAt, "recordedAt");
            attachments = attachments == null ? List.of() : attachments;
        }
    }

    /** Somebody answered. */
    record MessageSent(
            UUID conversationId,
            UUID messageId,
            String text,
            List<Attachment> attachments,
            Author author,
            Instant recordedAt)
            implements ConversationEvent {
        public MessageSent {
            Objects.requireNonNull(conversationId, "conversationId");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(recordedAt, "recordedAt");
            attachments = attachments == null ? List.of() : attachments;
        }
    }

    /** A visitor named an address or a number without proof. */
    record ClaimMade(UUID conversationId, StatedHandle handle, Instant madeAt) implements ConversationEvent {
        public ClaimMade {
            Objects.requireNonNull(conversationId, "conversationId");
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(madeAt, "madeAt");
        }
    }
}
