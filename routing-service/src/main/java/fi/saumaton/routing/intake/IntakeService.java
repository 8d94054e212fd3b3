/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.InputLog;

/** Stores what has been heard as inputs, in the transaction that notes the events as seen, and starts a turn after it. */
@ApplicationScoped
class IntakeService {

    private final Transactions transactions;
    private final TurnRepository turns;
    private final KnownTurns known;
    private final InputLog inputs;
    private final HeldWork held;
    private final Runnable nudge;

    IntakeService(
            Transactions transactions,
            TurnRepository turns,
            KnownTurns known,
            InputLog inputs,
            HeldWork held,
            Dispatcher dispatcher) {
        this.transactions = transactions;
        this.turns = turns;
        this.known = known;
        this.inputs = inputs;
        this.held = held;
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
                    .chain(() -> giveBack(heard));
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

    Uni<Void> store(List<InputLog.Arrival> arrivals) {
        if (!arrivals.isEmpty()) {
            transactions.afterCommit(nudge);
        }
        return inputs.append(arrivals);
    }
}
