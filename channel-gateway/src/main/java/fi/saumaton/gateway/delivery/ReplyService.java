/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.attachment.AttachmentRepository;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Text;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.gateway.conversation.MessageView;
import fi.saumaton.gateway.delivery.ReplyResource.Reply;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Problem;

/** Stores an answer, its delivery and its events in one transaction; the delivery starts with the commit. */
@ApplicationScoped
class ReplyService {
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final ConversationWriter writer;
    private final DeliveryRepository deliveries;
    private final DeliveryWorker worker;
    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Channels channels;
    private final DeliveryConfig config;
    private final Clock clock;

    ReplyService(
            ConversationRepository conversations,
            MessageRepository messages,
            AttachmentRepository attachments,
            ConversationWriter writer,
            DeliveryRepository deliveries,
            DeliveryWorker worker,
            Transactions transactions,
            IdempotencyKeys keys,
            Channels channels,
            DeliveryConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.writer = writer;
        this.deliveries = deliveries;
        this.worker = worker;
        this.transactions = transactions;
        this.keys = keys;
        this.channels = channels;
        this.config = config;
        this.clock = clock;
    }

    /** What an idempotency key stands for. */
    @RegisterForReflection
    private record Request(UUID conversationId, Reply reply) {}

    Uni<MessageView> reply(UUID id, Author by, Reply reply, String key) {
        return transactions.write(
                () -> keys.once(by.id(), key, new Request(id, reply), MessageView.class, () -> store(id, by, reply)));
    }

    private Uni<MessageView> store(UUID id, Author by, Reply reply) {
        var changes = new Changes(clock.instant());
        return conversations
                .lock(List.of(id))
                .map(found -> found.get(id))
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such conversation"))
                .invoke(conversation -> Answers.mayWrite(conversation, by.id(), reply.assignmentNumber()))
                .call(conversation -> answered(conversation, reply.inReplyTo()))
                .chain(conversation -> store(conversation, by, reply, changes))
                .map(MessageView::from);
    }

    private Uni<Message> store(Conversation conversation, Author by, Reply reply, Changes changes) {
        var channel = channels.find(conversation.channel())
                .orElseThrow(() -> new Problem(CommonProblem.CONFLICT, "The conversation's channel is switched off"));
        return draft(conversation, channel, by, reply, changes.now()).chain(draft -> {
            var message = Answers.add(conversation, channel, by, draft, changes);
            return writer.write(changes)
                    .chain(() -> send(draft.files(), message))
                    .chain(() -> channel.capabilities().live()
                            ? Uni.createFrom().item(0)
                            : pending(message, conversation, channel))
                    .replaceWith(message);
        });
    }

    private Uni<Integer> send(List<AttachmentRef> files, Message message) {
        return files.isEmpty() ? Uni.createFrom().item(0) : attachments.sendWith(message.id(), files);
    }

    /** What the channel takes, or a problem. */
    private Uni<Answers.Draft> draft(Conversation conversation, Channel channel, Author by, Reply reply, Instant now) {
        var rules = new ReplyRules(channel.capabilities());
        var content = reply.content() instanceof Content.Text ? null : reply.content();
        return files(conversation, reply.files())
                .invoke(files -> rules.check(reply.text(), content, files))
                .call(() -> customerWroteAt(conversation, channel)
                        .invoke(at -> rules.checkWindow(content, by.isPerson(), at, now)))
                .map(files -> new Answers.Draft(Text.clean(reply.text()), content, files, reply.inReplyTo()));
    }

    private Uni<List<AttachmentRef>> files(Conversation conversation, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return attachments.unsent(conversation.id(), ids).invoke(found -> {
            if (found.size() != ids.size()) {
                throw new Problem(
                                CommonProblem.INVALID,
                                "A file is not there, is of another conversation, or has gone out already")
                        .with("field", "files");
            }
        });
    }

    /** Only asked where it matters. A clock ahead of ours opens no window. */
    private Uni<Instant> customerWroteAt(Conversation conversation, Channel channel) {
        if (channel.capabilities().replyWindow() == null) {
            return Uni.createFrom().nullItem();
        }
        return messages.lastReceived(conversation.id(), Integer.MAX_VALUE)
                .map(message -> message == null
                        ? null
                        : message.occurredAt().isBefore(message.recordedAt())
                                ? message.occurredAt()
                                : message.recordedAt());
    }

    private Uni<Integer> pending(Message message, Conversation conversation, Channel channel) {
        var deadline = Objects.requireNonNullElse(channel.deadline(), config.giveUpAfter());
        return deliveries
                .insert(message, conversation.handle(), deadline)
                .invoke(() -> transactions.afterCommit(worker::wake));
    }

    /** The message that is answered must be one of this conversation. */
    private Uni<Void> answered(Conversation conversation, UUID messageId) {
        if (messageId == null) {
            return Uni.createFrom().voidItem();
        }
        return messages.find(messageId)
                .invoke(message -> {
                    if (message == null || !message.conversationId().equals(conversation.id())) {
                        throw new Problem(
                                        CommonProblem.INVALID,
                                        "The message that is answered is not of this conversation")
                                .with("field", "inReplyTo");
                    }
                })
                .replaceWithVoid();
    }
}
