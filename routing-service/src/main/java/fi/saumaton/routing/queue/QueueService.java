/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.queue;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.Rows;
import fi.saumaton.routing.engine.Answer;
import fi.saumaton.routing.engine.Queue;
import fi.saumaton.routing.web.Version;

@ApplicationScoped
class QueueService {

    private final Transactions transactions;
    private final Rows rows;
    private final Dispatcher dispatcher;

    QueueService(Transactions transactions, Rows rows, Dispatcher dispatcher) {
        this.transactions = transactions;
        this.rows = rows;
        this.dispatcher = dispatcher;
    }

    /** All queues: an installation has dozens, not pages. */
    Uni<List<Queue>> list() {
        return transactions.read(() -> rows.list(Queue.class, "queue t order by name"));
    }

    Uni<Queue> find(String name) {
        return seek(name)
                .map(queue -> queue.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such queue")));
    }

    private Uni<Optional<Queue>> seek(String name) {
        return transactions
                .read(() -> rows.list(Queue.class, "queue t where name = ?1", name))
                .map(found -> found.stream().findFirst());
    }

    /** Changes a queue, or makes it when there is none of this name and none was expected. */
    Uni<Queue> configure(String name, String ifMatch, QueueRequest request) {
        return seek(name)
                .map(queue -> expected(queue, ifMatch))
                .chain(version -> dispatcher.submit(request.of(name, version)))
                .invoke(verdict -> {
                    if (verdict.answer() == Answer.STALE) {
                        throw Version.changedMeanwhile();
                    }
                })
                .chain(() -> find(name));
    }

    private static long expected(Optional<Queue> queue, String ifMatch) {
        if (queue.isEmpty() && ifMatch == null) {
            return 0;
        }
        long version = queue.map(Queue::version).orElse(0L);
        Version.check(ifMatch, version);
        return version;
    }
}
