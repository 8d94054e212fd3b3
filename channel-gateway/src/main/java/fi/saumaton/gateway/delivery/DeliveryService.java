/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRepository;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.kit.tx.Transactions;

/** What exactly goes to a channel. */
@ApplicationScoped
class DeliveryService {
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final Transactions transactions;

    DeliveryService(
            ConversationRepository conversations,
            MessageRepository messages,
            AttachmentRepository attachments,
            Transactions transactions) {
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.transactions = transactions;
    }

    Uni<Outbound> outbound(Claimed claimed) {
        return transactions.read(() -> messages.find(claimed.messageId())
                .chain(message -> conversations
                        .find(claimed.conversationId())
                        .chain(conversation -> answered(message)
                                .chain(answered -> messages.providerIds(conversation.id(), message.number())
                                        .chain(earlier -> attachments
                                                .contents(message.attachments())
                                                .map(files -> outbound(
                                                        claimed, conversation, message, answered, earlier, files)))))));
    }

    /** The customer's message that is answered: the one named, else their last; null when they have written none. */
    private Uni<Message> answered(Message message) {
        return message.inReplyTo() == null
                ? messages.lastReceived(message.conversationId(), message.number())
                : messages.find(message.inReplyTo());
    }

    private static Outbound outbound(
            Claimed claimed,
            Conversation conversation,
            Message message,
            Message answered,
            List<String> earlier,
            List<OutboundFile> files) {
        return new Outbound(
                message.id(),
                conversation.id(),
                conversation.channel(),
                conversation.reference(),
                conversation.handle(),
                conversation.customerName(),
                conversation.subject(),
                message.text(),
                message.authorName(),
                answered == null ? null : answered.providerId(),
                earlier,
                claimed.attempt(),
                message.content() == null ? Content.text() : message.content(),
                files,
                message.author().isPerson(),
                answered == null ? null : answered.recordedAt());
    }
}
