/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.promise.CapacityRule.Offered;

/** Lets customers pick a time to be called that the queue's people can hold. */
@ApplicationScoped
class CallbackService {
    private static final String UNKNOWN = "unknown";
    private static final String TEXT = "Call-back at the time the customer picked";

    private final Transactions transactions;
    private final Plans plans;
    private final PromiseRepository promises;
    private final PromiseService service;
    private final Making making;
    private final IdempotencyKeys keys;
    private final Clock clock;

    CallbackService(
            Transactions transactions,
            Plans plans,
            PromiseRepository promises,
            PromiseService service,
            Making making,
            IdempotencyKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.promises = promises;
        this.service = service;
        this.making = making;
        this.keys = keys;
        this.clock = clock;
    }

    Uni<List<Offered>> windows(String queue) {
        return transactions.read(() -> plan(queue).chain(plan -> offered(queue, plan)));
    }

    /** Takes a place in a window. Who takes one of the same queue meanwhile waits: no window holds more than it can. */
    Uni<PromiseView> pick(CallbackRequest asked, Asker by, String key) {
        return transactions.write(() -> keys.once(
                by.party().id(),
                key,
                asked,
                PromiseView.class,
                () -> plan(asked.queue())
                        .chain(plan -> plans.lock(plan.queue()))
                        .chain(plan -> offered(asked.queue(), plan))
                        .map(windows -> free(windows, asked.from()))
                        .chain(window -> making.make(commitment(asked, window, by), owner(asked), false))
                        .chain(service::begin)
                        .map(PromiseView::of)));
    }

    private Uni<Plan> plan(String queue) {
        return plans.knowsQueue(queue)
                .chain(known -> known ? plans.forQueue(queue) : Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such queue, or it has no plan"));
    }

    private Uni<List<Offered>> offered(String queue, Plan plan) {
        Instant now = clock.instant();
        return promises.callBacks(queue, now)
                .map(promised -> CapacityRule.windows(plan, plans.calendar(plan), promised, now));
    }

    private static Window free(List<Offered> windows, Instant from) {
        return CapacityRule.at(windows, from)
                .filter(offered -> offered.free() > 0)
                .map(Offered::window)
                .orElseThrow(
                        () -> new Problem(PromiseProblem.FULL, "Pick another window: this one is full, or is none"));
    }

    private static Party owner(CallbackRequest asked) {
        return new Party(Party.QUEUE, asked.queue(), null);
    }

    private Commitment commitment(CallbackRequest asked, Window window, Asker by) {
        String customer =
                asked.customerId() == null ? UNKNOWN : asked.customerId().toString();
        return new Commitment(
                by.organisation(),
                PromiseKind.CALL_BACK,
                asked.text() == null ? TEXT : asked.text().strip(),
                window,
                asked.customerId(),
                asked.issueId(),
                asked.conversationId(),
                null,
                "phone",
                asked.handle(),
                asked.language(),
                asked.queue(),
                new Party(Party.CUSTOMER, customer, null),
                clock.instant(),
                null);
    }
}
