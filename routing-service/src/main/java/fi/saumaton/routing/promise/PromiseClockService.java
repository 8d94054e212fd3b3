/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.InputLog;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Situation.Promised;

/**
 * Lets time pass for promises, at any replica: whoever takes a promise that is due locks its row. The deadline is a
 * column of the promise itself, so that it survives every process, and no promise can be without one.
 */
@ApplicationScoped
class PromiseClockService {
    private static final Logger LOG = Logger.getLogger(PromiseClockService.class);
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final PromiseRepository promises;
    private final Plans plans;
    private final InputLog inputs;
    private final Runnable nudge;
    private final Outbox outbox;

    PromiseClockService(
            Transactions transactions,
            PromiseRepository promises,
            Plans plans,
            InputLog inputs,
            Dispatcher dispatcher,
            Outbox outbox) {
        this.transactions = transactions;
        this.promises = promises;
        this.plans = plans;
        this.inputs = inputs;
        this.nudge = dispatcher::nudge;
        this.outbox = outbox;
    }

    @Scheduled(every = "${routing.promise.tick-every:PT1S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return transactions
                .write(() -> pass(AT_ONCE))
                .chain(count -> count == AT_ONCE ? tick() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("Deadlines of promises wait: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> pass(int limit) {
        return promises.due(limit)
                .chain(due -> due == null
                        ? Uni.createFrom().item(0)
                        : supervisors(due.promises())
                                .chain(named -> store(due, named))
                                .replaceWith(due.promises().size()));
    }

    /** Who hears of each queue's promises; asked once for each queue. */
    private Uni<Map<String, Party>> supervisors(List<Promise> due) {
        Map<String, Party> named = new LinkedHashMap<>();
        var chain = Uni.createFrom().voidItem();
        for (String queue : due.stream().map(Escalation::queue).distinct().toList()) {
            chain = chain.chain(() -> plans.forQueue(queue))
                    .invoke(plan -> named.put(queue, plan == null ? null : plan.supervisor()))
                    .replaceWithVoid();
        }
        return chain.replaceWith(named);
    }

    private Uni<Void> store(PromiseRepository.Due due, Map<String, Party> named) {
        List<Promise> after = new ArrayList<>();
        List<OutgoingEvent> events = new ArrayList<>();
        for (Promise promise : due.promises()) {
            Party supervisor = named.get(Escalation.queue(promise));
            after.add(Passing.pass(promise, Escalation.to(promise, supervisor), due.now(), (what, then) -> {
                LOG.debugf("Promise %s is %s", then.id(), what);
                events.add(PromiseEvent.of(what, then, due.now()));
            }));
        }
        return promises.save(after).chain(() -> route(after)).chain(() -> outbox.append(events));
    }

    /** Work on a conversation whose promise is due, or broken, is more urgent than it was. */
    private Uni<Void> route(List<Promise> changed) {
        List<InputLog.Arrival> arrivals = changed.stream()
                .filter(promise -> promise.commitment().conversationId() != null)
                .map(promise -> new Input.SituationChanged(
                        promise.commitment().conversationId(),
                        null,
                        promise.state() == PromiseState.BROKEN ? Promised.BROKEN : Promised.DUE))
                .map(input -> new InputLog.Arrival(input, null))
                .toList();
        if (!arrivals.isEmpty()) {
            transactions.afterCommit(nudge);
        }
        return inputs.append(arrivals);
    }
}
