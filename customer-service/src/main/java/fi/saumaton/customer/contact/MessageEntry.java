/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fi.saumaton.customer.contact.ConversationEvent.Attachment;
import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.contact.ConversationEvent.MessageSent;
import fi.saumaton.customer.fact.Said;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.Touchpoint;

/** A message's entry in the timeline. */
final class MessageEntry {
    private MessageEntry() {}

    static Touchpoint of(ContactRound.Message message, Contact contact) {
        var place = new Touchpoint.Place(
                contact.channel(), contact.channelKind(), contact.conversationId(), contact.issueId());
        return switch (message.event()) {
            case MessageReceived received ->
                Touchpoint.message(
                        contact.customerId(),
                        Touchpoint.MESSAGE_RECEIVED,
                        received.messageId(),
                        received.recordedAt(),
                        place,
                        Author.customer(received.sender().displayName()),
                        received.text(),
                        data(received.attachments(), received.automatic()),
                        message.reading().verified());
            case MessageSent sent ->
                Touchpoint.message(
                        contact.customerId(),
                        Touchpoint.MESSAGE_SENT,
                        sent.messageId(),
                        sent.recordedAt(),
                        place,
                        sent.author(),
                        sent.text(),
                        data(sent.attachments(), false),
                        true);
            default -> throw new IllegalStateException("Not a message: " + message.type());
        };
    }

    /** Empty for what a machine answers by itself: it tells nothing about the customer. */
    static Optional<Said> said(ContactRound.Message message, Contact contact) {
        return switch (message.event()) {
            case MessageReceived received
            when !received.automatic() ->
                Optional.of(new Said(
                        received.messageId(),
                        contact.customerId(),
                        contact.conversationId(),
                        received.text(),
                        false,
                        received.messageId().equals(contact.firstMessageId()),
                        "customer",
                        null,
                        received.recordedAt()));
            case MessageSent sent ->
                Optional.of(new Said(
                        sent.messageId(),
                        contact.customerId(),
                        contact.conversationId(),
                        sent.text(),
                        true,
                        false,
                        sent.author() == null ? null : sent.author().type(),
                        sent.author() == null ? null : sent.author().id(),
                        sent.recordedAt()));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> data(List<Attachment> attachments, boolean automatic) {
        if (attachments.isEmpty() && !automatic) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        if (!attachments.isEmpty()) {
            data.put("attachments", attachments);
        }
        if (automatic) {
            data.put("automatic", true);
        }
        return data;
    }
}
