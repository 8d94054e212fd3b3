/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRepository;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Answers.News;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.DeliveryStatus;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.gateway.delivery.DeliveryRepository.Claimed;
import fi.saumaton.kit.tx.Transactions;

/** The transactions of the delivery worker: what is mine to send, what exactly, and what became of it. */
@ApplicationScoped
class DeliveryService {
    private final String holder = UUID.randomUUID().toString();
    private final DeliveryRepository deliveries;
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final ConversationWriter writer;
    private final Transactions transactions;
    private final DeliveryConfig config;
    private final Clock clock;

    DeliveryService(
            DeliveryRepository deliveries,
            ConversationRepository conversations,
            MessageRepository messages,
            AttachmentRepository attachments,
            ConversationWriter writer,
            Transactions transactions,
            DeliveryConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.writer = writer;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    Uni<List<Claimed>> claim() {
        return transactions.write(() -> deliveries.claim(holder, config.lease(), config.parallel()));
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

    /** Notes the outcome, unless the attempt took so long that another replica has taken the message over. */
    Uni<Void> settle(Claimed claimed, DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Sent sent -> end(claimed, News.of(DeliveryStatus.SENT), sent.providerMessageId());
            case DeliveryOutcome.FinalFailure failure ->
                end(claimed, new News(DeliveryStatus.FAILED, failure.reason(), failure.code()), null);
            case DeliveryOutcome.Uncertain doubt ->
                end(claimed, new News(DeliveryStatus.UNCERTAIN, doubt.reason(), null), null);
            case DeliveryOutcome.TemporaryFailure failure -> again(claimed, failure.reason());
        };
    }

    /** Another attempt, until it has been tried for too long. */
    Uni<Void> again(Claimed claimed, String reason) {
        if (claimed.createdAt().plus(config.giveUpAfter()).isBefore(clock.instant())) {
            return end(claimed, new News(DeliveryStatus.FAILED, reason, null), null);
        }
        return transactions
                .write(() -> deliveries.retry(claimed, holder, gap(claimed.attempt())))
                .replaceWithVoid();
    }

    private Uni<Void> end(Claimed claimed, News news, String providerId) {
        return transactions.write(() -> deliveries
                .done(claimed, holder)
                .chain(mine -> mine == 0 ? Uni.createFrom().voidItem() : change(claimed, news, providerId)));
    }

    private Uni<Void> change(Claimed claimed, News news, String providerId) {
        var changes = new Changes(clock.instant());
        var conversationId = claimed.conversationId();
        return conversations
                .lock(List.of(conversationId))
                .chain(found -> messages.find(claimed.messageId())
                        .invoke(message ->
                                Answers.deliveryChanged(found.get(conversationId), message, news, providerId, changes))
                        .chain(() -> writer.write(changes)));
    }

    private Duration gap(int attempt) {
        var gap = config.firstGap().multipliedBy(1L << Math.min(attempt - 1, 20));
        return gap.compareTo(config.longestGap()) > 0 ? config.longestGap() : gap;
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
