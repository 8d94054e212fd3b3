/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Watermark;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.DeliveryStatus;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.kit.tx.Transactions;

/** What providers and customers' devices tell of our messages. Receipts of messages that are not known (yet) are kept for a while. */
@ApplicationScoped
public class ReceiptService {
    private static final Logger LOG = Logger.getLogger(ReceiptService.class);
    private static final int BATCH = 200;

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ConversationWriter writer;
    private final EarlyReceipts early;
    private final Transactions transactions;
    private final Clock clock;

    ReceiptService(
            ConversationRepository conversations,
            MessageRepository messages,
            ConversationWriter writer,
            EarlyReceipts early,
            Transactions transactions,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.early = early;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In one transaction, the open one if there is. */
    public Uni<Void> apply(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions.write(() -> Multi.createFrom()
                .iterable(receipts.stream()
                        .collect(Collectors.groupingBy(Receipt::channel))
                        .entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> apply(entry.getKey(), entry.getValue()))
                .collect()
                .last()
                .replaceWithVoid());
    }

    /** In the open transaction. */
    public Uni<Void> applyWatermarks(List<Watermark> watermarks) {
        return Multi.createFrom()
                .iterable(watermarks)
                .onItem()
                .transformToUniAndConcatenate(mark -> messages.sentUpTo(mark.channel(), mark.reader(), mark.upTo())
                        .chain(ids -> apply(ids.stream()
                                .map(id -> new Receipt(mark.channel(), id.toString(), mark.status(), null, mark.upTo()))
                                .toList())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Receipts that came before the answer to the send: their messages may be known by now. */
    @Scheduled(every = "${saumaton.delivery.sweep:PT2S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> applyEarly() {
        return transactions
                .write(() -> early.take(BATCH).chain(this::apply))
                .onFailure()
                .invoke(failure -> LOG.debug("Early receipts wait for the next sweep", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> apply(String channel, List<Receipt> receipts) {
        var ids = receipts.stream().map(Receipt::providerMessageId).collect(Collectors.toSet());
        return messages.sentAs(channel, ids)
                .chain(sent -> conversations.lock(
                        sent.values().stream().map(Message::conversationId).collect(Collectors.toSet())))
                .chain(locked -> messages.sentAs(channel, ids) // only now does nobody else change them
                        .chain(sent -> change(receipts, sent, locked)));
    }

    private Uni<Void> change(List<Receipt> receipts, Map<String, Message> sent, Map<UUID, Conversation> locked) {
        var changes = new Changes(clock.instant());
        var highest = new HashMap<String, Receipt>();
        var unknown = receipts.stream()
                .filter(receipt -> !sent.containsKey(receipt.providerMessageId()))
                .toList();
        receipts.forEach(receipt -> highest.merge(
                receipt.providerMessageId(), receipt, (a, b) -> status(a).givesWayTo(status(b)) ? b : a));
        highest.forEach((id, receipt) -> {
            var message = sent.get(id);
            if (message != null && locked.containsKey(message.conversationId())) {
                Answers.deliveryChanged(
                        locked.get(message.conversationId()),
                        message,
                        new Answers.News(status(receipt), receipt.reason(), receipt.code()),
                        null,
                        changes);
            }
        });
        return writer.write(changes).chain(() -> keep(unknown));
    }

    private Uni<Void> keep(List<Receipt> unknown) {
        return unknown.isEmpty()
                ? Uni.createFrom().voidItem()
                : early.keep(unknown).replaceWithVoid();
    }

    private static DeliveryStatus status(Receipt receipt) {
        return switch (receipt.status()) {
            case SENT -> DeliveryStatus.SENT;
            case DELIVERED -> DeliveryStatus.DELIVERED;
            case READ -> DeliveryStatus.READ;
            case FAILED -> DeliveryStatus.FAILED;
        };
    }
}
