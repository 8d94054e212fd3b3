/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.InputLog;
import fi.saumaton.routing.promise.Contact;
import fi.saumaton.routing.promise.PromiseEvidenceService;

/** Stores what has been heard as inputs, in the transaction that notes the events as seen, and starts a turn after it. */
@ApplicationScoped
class IntakeService {

    private final Transactions transactions;
    private final TurnRepository turns;
    private final KnownTurns known;
    private final InputLog inputs;
    private final HeldWork held;
    private final PromiseEvidenceService promises;
    private final Runnable nudge;

    IntakeService(
            Transactions transactions,
            TurnRepository turns,
            KnownTurns known,
            InputLog inputs,
            HeldWork held,
            PromiseEvidenceService promises,
            Dispatcher dispatcher) {
        this.transactions = transactions;
        this.turns = turns;
        this.known = known;
        this.inputs = inputs;
        this.held = held;
        this.promises = promises;
        this.nudge = dispatcher::nudge;
    }

    /** An event with the trace that it belongs to. */
    record Heard(ConversationEvent event, String traceparent) {}

    Uni<Void> conversations(List<Heard> heard, int epoch) {
        Set<UUID> ids = heard.stream().map(one -> one.event().conversationId()).collect(Collectors.toSet());
        return turns.find(ids).map(Turns::new).chain(batch -> {
            heard.forEach(one -> batch.on(one.event(), one.traceparent()));
            transactions.afterCommit(() -> known.remember(batch.all(), epoch));
            return turns.save(batch.changed())
                    .chain(() -> store(batch.inputs()))
                    .chain(() -> giveBack(heard))
                    .chain(() -> promises.take(contacts(heard)));
        });
    }

    private Uni<Void> giveBack(List<Heard> heard) {
        var chain = Uni.createFrom().voidItem();
        for (Heard one : heard) {
            if (one.event() instanceof ConversationEvent.Returned returned) {
                chain = chain.chain(() -> held.of(returned))
                        .map(found -> found.stream()
                                .map(transfer -> new InputLog.Arrival(transfer, one.traceparent()))
                                .toList())
                        .chain(this::store);
            }
        }
        return chain;
    }

    private static List<Contact> contacts(List<Heard> heard) {
        return heard.stream()
                .map(one -> Contacts.of(one.event()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of the conversations in which something is promised; null when the database cannot tell now. */
    Uni<Set<String>> watched(Set<UUID> conversations) {
        return promises.watched(conversations)
                .map(found -> found.stream().map(UUID::toString).collect(Collectors.toSet()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> store(List<InputLog.Arrival> arrivals) {
        if (!arrivals.isEmpty()) {
            transactions.afterCommit(nudge);
        }
        return inputs.append(arrivals);
    }
}
