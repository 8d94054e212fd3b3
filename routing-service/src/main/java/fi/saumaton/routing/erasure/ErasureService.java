/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.InputLog;
import fi.saumaton.routing.engine.Input;

/**
 * Forgets erased customers. Their conversations are closed for good, as the engine's own business: work is taken back,
 * capacity set free, and whatever comes late finds a conversation that was closed after it.
 */
@ApplicationScoped
public class ErasureService {
    /** Later than any version of a conversation. */
    private static final long FOR_GOOD = Long.MAX_VALUE;

    private static final String REASON = "other";

    /** By then the closings have mostly been applied; what still waits is asked for, however long it takes. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final ErasureRepository erasures;
    private final InputLog inputs;
    private final Outbox outbox;
    private final ErasureConfig config;
    private final String self;
    private final Clock clock;
    private final Runnable nudge;

    ErasureService(
            Transactions transactions,
            ErasureRepository erasures,
            InputLog inputs,
            Dispatcher dispatcher,
            Outbox outbox,
            ErasureConfig config,
            @ConfigProperty(name = "quarkus.application.name") String self,
            Clock clock) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.inputs = inputs;
        this.outbox = outbox;
        this.config = config;
        this.self = self;
        this.clock = clock;
        this.nudge = dispatcher::nudge;
    }

    /** Joins the consumer's transaction. */
    public Uni<Void> apply(List<ErasedCustomer> erased) {
        var chain = Uni.createFrom().voidItem();
        for (var one : erased) {
            chain = chain.chain(() -> apply(one));
        }
        return chain;
    }

    private Uni<Void> apply(ErasedCustomer erased) {
        var closings = erased.conversationIds().stream()
                .map(id -> new InputLog.Arrival(new Input.ConversationClosed(id, FOR_GOOD, REASON), null))
                .toList();
        if (!closings.isEmpty()) {
            transactions.afterCommit(nudge);
        }
        return erasures.bury(erased)
                .chain(() -> inputs.append(closings))
                .chain(() -> erasures.removePromises(erased.ids()))
                .chain(promises -> erasures.removeMemories(erased.conversationIds())
                        .invoke(removed -> promises.forEach((table, count) -> removed.merge(table, count, Long::sum))))
                .chain(removed -> answer(erased.erasureId(), erased.customerId(), removed));
    }

    private Uni<Void> answer(UUID erasureId, UUID customerId, Map<String, Long> removed) {
        var now = clock.instant();
        return erasures.isSettled(erasureId)
                .chain(settled -> outbox.append(OutgoingEvent.of(
                        ErasedCustomer.Answer.TYPE,
                        customerId,
                        now,
                        new ErasedCustomer.Answer(erasureId, customerId, self, removed, settled, now))));
    }

    /** What was still being worked on, and at last the ended work itself. */
    Uni<Void> sweep() {
        var now = clock.instant();
        return transactions
                .write(() -> erasures.unsettled(now.minus(SETTLING)).chain(this::sweepMemories))
                .chain(() -> transactions.write(
                        () -> erasures.uncleared(now.minus(config.endedWork())).chain(this::sweepEndedWork)));
    }

    private Uni<Void> sweepMemories(List<ErasureRepository.Buried> buried) {
        var chain = Uni.createFrom().voidItem();
        for (var one : buried) {
            chain = chain.chain(() -> erasures.removeMemories(one.conversations()))
                    .call(() -> erasures.settled(one.conversations()))
                    .chain(removed -> answer(one.erasureId(), one.customerId(), removed));
        }
        return chain;
    }

    private Uni<Void> sweepEndedWork(List<ErasureRepository.Buried> buried) {
        var chain = Uni.createFrom().voidItem();
        for (var one : buried) {
            chain = chain.chain(() -> erasures.removeMemories(one.conversations()))
                    .chain(() -> erasures.removeEndedWork(one.conversations()))
                    .chain(removed -> answer(one.erasureId(), one.customerId(), removed));
        }
        return chain;
    }
}
