/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.web.RoutingProblem;
import fi.saumaton.routing.web.Version;

/** Reads and changes the queues' plans. */
@ApplicationScoped
class PlanService {
    private final Transactions transactions;
    private final Plans plans;

    PlanService(Transactions transactions, Plans plans) {
        this.transactions = transactions;
        this.plans = plans;
    }

    Uni<List<Plan>> all() {
        return transactions.read(plans::all);
    }

    Uni<Plan> find(String queue) {
        return transactions.read(() -> plans.forQueue(queue)).map(plan -> {
            if (plan == null || !plan.queue().equals(queue)) {
                throw new Problem(CommonProblem.NOT_FOUND, "The queue has no plan");
            }
            return plan;
        });
    }

    Uni<Plan> put(String queue, String ifMatch, PlanRequest request) {
        return transactions.write(() -> required(queue)
                .chain(() -> plans.lock(queue))
                .chain(before -> {
                    if (before != null) {
                        Version.check(ifMatch, before.version());
                    }
                    Plan plan = request.of(queue, before == null ? 1 : before.version() + 1);
                    return plans.save(plan).replaceWith(plan);
                }));
    }

    private Uni<Void> required(String queue) {
        if (queue.equals(Plan.DEFAULT)) {
            return Uni.createFrom().voidItem();
        }
        return plans.knowsQueue(queue)
                .invoke(known -> {
                    if (!known) {
                        throw new Problem(RoutingProblem.UNKNOWN_QUEUE, "There is no such queue").with("queue", queue);
                    }
                })
                .replaceWithVoid();
    }
}
