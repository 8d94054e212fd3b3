/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Text;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.kit.tx.Transactions;

/** What the company itself lets a customer know, in a conversation that they have had. It answers nothing. */
@ApplicationScoped
public class NoticeService {
    private final Channels channels;
    private final DeliveryRepository deliveries;
    private final DeliveryWorker worker;
    private final DeliveryConfig config;
    private final Transactions transactions;

    NoticeService(
            Channels channels,
            DeliveryRepository deliveries,
            DeliveryWorker worker,
            DeliveryConfig config,
            Transactions transactions) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.worker = worker;
        this.config = config;
        this.transactions = transactions;
    }

    /** A notice, and where it goes. */
    public record Notice(Message message, Handle to) {}

    /** The notice among the changes; empty when the conversation's channel is switched off. */
    public Optional<Notice> add(Conversation conversation, String text, Changes changes) {
        var draft = new Answers.Draft(Text.clean(text), null, List.of(), null);
        return channels.find(conversation.channel())
                .map(channel -> Answers.add(conversation, channel, Author.system(), draft, changes))
                .map(message -> new Notice(message, conversation.handle()));
    }

    /** After the changes are written, in their transaction. */
    public Uni<Void> send(List<Notice> notices) {
        var sent = Uni.createFrom().voidItem();
        for (var notice : notices) {
            var channel = channels.find(notice.message().channel()).orElse(null);
            if (channel != null && !channel.capabilities().live()) {
                var deadline = Objects.requireNonNullElse(channel.deadline(), config.giveUpAfter());
                sent = sent.chain(() -> deliveries.insert(notice.message(), notice.to(), deadline))
                        .invoke(() -> transactions.afterCommit(worker::wake))
                        .replaceWithVoid();
            }
        }
        return sent;
    }
}
