/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.Optional;

import fi.saumaton.routing.promise.Contact;
import fi.saumaton.routing.promise.Party;
import fi.saumaton.routing.promise.ThanksRule;

/** What a conversation's events say to whoever promised something in it. */
final class Contacts {
    private static final String FAILED = "failed";

    private Contacts() {}

    /** Empty for what is no contact: machines' messages, receipts, ends without an outcome. */
    static Optional<Contact> of(ConversationEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ConversationEvent.MessageReceived message -> theirs(message);
                    case ConversationEvent.MessageSent message -> ours(message);
                    case ConversationEvent.Closed closing -> resolved(closing);
                    case ConversationEvent.DeliveryChanged delivery -> undelivered(delivery);
                    case ConversationEvent.Reopened reopening -> null;
                    case ConversationEvent.Returned returned -> null;
                });
    }

    private static Contact theirs(ConversationEvent.MessageReceived message) {
        return message.automatic() || message.recordedAt() == null
                ? null
                : new Contact.Theirs(
                        message.conversationId(), message.recordedAt(), ThanksRule.thanksOnly(message.text()));
    }

    private static Contact ours(ConversationEvent.MessageSent message) {
        return message.answers() && message.messageId() != null && message.recordedAt() != null
                ? new Contact.Ours(message.conversationId(), message.messageId(), message.recordedAt())
                : null;
    }

    private static Contact resolved(ConversationEvent.Closed closing) {
        if (!closing.resolved() || closing.closedAt() == null) {
            return null;
        }
        var by = closing.closedBy();
        return new Contact.Resolved(
                closing.conversationId(), closing.closedAt(), new Party(by.type(), by.id(), by.name()));
    }

    private static Contact undelivered(ConversationEvent.DeliveryChanged delivery) {
        return FAILED.equals(delivery.status()) && delivery.messageId() != null
                ? new Contact.Undelivered(delivery.conversationId(), delivery.messageId())
                : null;
    }
}
