/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channels;
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
    private final Transactions transactions;

    NoticeService(Channels channels, DeliveryRepository deliveries, DeliveryWorker worker, Transactions transactions) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.worker = worker;
        this.transactions = transactions;
    }

    /** The notice among the changes; empty when the conversation's channel is switched off. */
    public Optional<Message> add(Conversation conversation, String text, Changes changes) {
        var draft = new Answers.Draft(Text.clean(text), null, List.of(), null);
        return channels.find(conversation.channel())
                .map(channel -> Answers.add(conversation, channel, Author.system(), draft, changes));
    }

    /** After the changes are written, in their transaction. */
    public Uni<Void> send(List<Message> notices) {
        var sent = Uni.createFrom().voidItem();
        for (var notice : notices) {
            boolean live = channels.find(notice.channel())
                    .map(channel -> channel.capabilities().live())
                    .orElse(true);
            if (!live) {
                sent = sent.chain(() -> deliveries.insert(notice))
                        .invoke(() -> transactions.afterCommit(worker::wake))
                        .replaceWithVoid();
            }
        }
        return sent;
    }
}
