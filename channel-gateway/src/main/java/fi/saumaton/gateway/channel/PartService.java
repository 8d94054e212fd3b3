/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.DeliveryOutcome.Sent;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/**
 * For providers that need several calls for one message (a long text in parts, a file each): remembers which of them are through, so that another attempt
 * goes on where the last one ended and the customer reads nothing twice.
 */
@ApplicationScoped
public class PartService {
    private final Transactions transactions;
    private final Sql sql;

    PartService(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Sends one after the other, as long as each is sent. The message's provider id is that of its first part. */
    public Uni<DeliveryOutcome> inTurn(UUID messageId, List<Supplier<Uni<DeliveryOutcome>>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().get();
        }
        return transactions
                .read(() ->
                        sql.rows("select provider_id from sent_part where message_id = ?1 order by part", messageId))
                .chain(sent ->
                        from(messageId, parts, sent.size(), sent.isEmpty() ? null : (String) sent.getFirst()[0]));
    }

    private Uni<DeliveryOutcome> from(
            UUID messageId, List<Supplier<Uni<DeliveryOutcome>>> parts, int next, String firstId) {
        if (next == parts.size()) {
            return forget(messageId).replaceWith(new Sent(firstId));
        }
        return parts.get(next).get().chain(outcome -> {
            if (!(outcome instanceof Sent sent)) {
                return Uni.createFrom().item(next == 0 ? outcome : partly(outcome));
            }
            var first = next == 0 ? sent.providerMessageId() : firstId;
            return note(messageId, next, sent.providerMessageId()).chain(() -> from(messageId, parts, next + 1, first));
        });
    }

    /** What has begun cannot be called not sent: the agent learns that the customer has read a part. */
    private static DeliveryOutcome partly(DeliveryOutcome outcome) {
        return outcome instanceof DeliveryOutcome.FinalFailure failure
                ? new DeliveryOutcome.FinalFailure(
                        "Only the first part has gone out. " + failure.reason(), failure.code())
                : outcome;
    }

    private Uni<Void> note(UUID messageId, int part, String providerId) {
        return transactions
                .write(() -> sql.update(
                        "insert into sent_part (message_id, part, provider_id) values (?1, ?2, ?3) on conflict do nothing",
                        messageId,
                        part,
                        providerId))
                .replaceWithVoid();
    }

    private Uni<Void> forget(UUID messageId) {
        return transactions
                .write(() -> sql.update("delete from sent_part where message_id = ?1", messageId))
                .replaceWithVoid();
    }
}
