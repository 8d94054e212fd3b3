/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.web.Problem;

/** What happens when somebody answers a customer, and when it becomes known what became of the answer. */
public final class Answers {
    private Answers() {}

    /**
     * Refuses who may not write to the customer now.
     *
     * @param assignmentNumber what the writer holds; null when they rely on being the owner
     */
    public static void mayWrite(Conversation conversation, String agentId, Long assignmentNumber) {
        if (!conversation.isOwnedBy(agentId, assignmentNumber)) {
            throw new Problem(ConversationProblem.NOT_OWNER, "Somebody else has this conversation, or nobody");
        }
        if (!conversation.isOpen()) {
            throw new Problem(
                    ConversationProblem.CONVERSATION_CLOSED,
                    "The conversation is closed; the customer's next message opens it");
        }
    }

    /**
     * What somebody wants to say.
     *
     * @param content what it is besides its text; null: nothing
     * @param inReplyTo the customer's message that it answers; null: their last
     */
    public record Draft(String text, Content content, List<AttachmentRef> files, UUID inReplyTo) {}

    /** The answer, stored with its number; where the channel is the gateway's own stream it is sent by that. */
    public static Message add(Conversation conversation, Channel channel, Author author, Draft draft, Changes changes) {
        boolean notice = author.equals(Author.system());
        var dueSince = notice ? null : conversation.replyDueSince();
        int number = notice ? conversation.notice(changes) : conversation.answer(changes);
        boolean live = channel.capabilities().live();
        var message = message(conversation, channel, author, draft, number, live, changes.now());
        changes.add(message);
        changes.emit(new ConversationEvent.MessageSent(
                conversation.id(),
                conversation.nextVersion(),
                message.id(),
                number,
                channel.name(),
                conversation.channelKind(),
                draft.text(),
                author,
                changes.now(),
                seconds(dueSince, changes.now())));
        if (live) {
            emitDelivery(conversation, message.id(), News.of(DeliveryStatus.SENT), changes);
        }
        tellSent(conversation, message, changes);
        return message;
    }

    /**
     * What has become known of an answer.
     *
     * @param reason why it failed or is in doubt, for agents; null otherwise
     * @param code the provider's own code of a failure; null otherwise
     */
    public record News(DeliveryStatus status, String reason, String code) {
        public static News of(DeliveryStatus status) {
            return new News(status, null, null);
        }
    }

    /** A new state of an answer, when it outranks the one it has; whether it does. */
    public static boolean deliveryChanged(
            Conversation conversation, Message message, News news, String providerId, Changes changes) {
        var status = news.status();
        if (!DeliveryStatus.of(message.deliveryStatus()).givesWayTo(status)) {
            return false;
        }
        changes.touch(conversation);
        changes.add(new MessageRepository.Delivery(
                message.id(), status.wire(), news.reason(), news.code(), providerId, changes.now()));
        emitDelivery(conversation, message.id(), news, changes);
        changes.tellOwner(
                conversation,
                Told.DELIVERY_CHANGED,
                new Told.OfDelivery(conversation.id(), message.id(), status.wire(), news.reason(), news.code()));
        changes.tellCustomer(
                conversation,
                Told.DELIVERY_CHANGED,
                new Told.OfDelivery(conversation.id(), message.id(), status.wire(), null, null));
        return true;
    }

    private static void tellSent(Conversation conversation, Message message, Changes changes) {
        changes.tellOwner(
                conversation, Told.MESSAGE_SENT, new Told.OfMessage(conversation.id(), MessageView.from(message)));
        changes.tellCustomer(
                conversation,
                Told.MESSAGE_SENT,
                new Told.OfMessage(conversation.id(), MessageView.forCustomer(message)));
    }

    private static void emitDelivery(Conversation conversation, UUID messageId, News news, Changes changes) {
        changes.emit(new ConversationEvent.DeliveryChanged(
                conversation.id(),
                conversation.nextVersion(),
                messageId,
                news.status().wire(),
                news.reason(),
                news.code(),
                changes.now()));
    }

    private static Message message(
            Conversation conversation,
            Channel channel,
            Author author,
            Draft draft,
            int number,
            boolean sent,
            Instant now) {
        var id = Ids.next();
        return new Message(
                id,
                conversation.id(),
                number,
                Message.OUT,
                channel.name(),
                channel.outgoingId(id),
                author.type(),
                author.id(),
                author.name(),
                true,
                draft.text(),
                null,
                null,
                draft.files(),
                false,
                MessageKind.TEXT,
                null,
                draft.content(),
                draft.inReplyTo(),
                now,
                now,
                (sent ? DeliveryStatus.SENT : DeliveryStatus.ACCEPTED).wire(),
                null,
                null,
                now);
    }

    private static Double seconds(Instant since, Instant now) {
        return since == null ? null : Duration.between(since, now).toMillis() / 1000.0;
    }
}
