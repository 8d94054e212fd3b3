/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.Rows;
import fi.saumaton.routing.dispatch.Verdict;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.WorkItem;
import fi.saumaton.routing.web.RoutingProblem;

@ApplicationScoped
class WorkItemService {

    private static final String LIST = """
            work_item t where state = ?1 and (state <> 'waiting' or reply_due) and (cast(?2 as text) is null or agent_id = ?2)
            and (queued_at, id) > (?3, ?4) order by queued_at, id limit ?5
            """;

    private final Transactions transactions;
    private final Rows rows;
    private final Dispatcher dispatcher;

    WorkItemService(Transactions transactions, Rows rows, Dispatcher dispatcher) {
        this.transactions = transactions;
        this.rows = rows;
        this.dispatcher = dispatcher;
    }

    /**
     * Work in a state, what waits longest first.
     *
     * @param agentId only what this agent is offered or has; null for everybody's
     */
    Uni<Page<WorkItem>> list(String state, String agentId, Cursor after, int limit) {
        Instant from = after == null ? Instant.EPOCH : after.instant(0);
        UUID last = after == null ? new UUID(0, 0) : after.uuid(1);
        return transactions
                .read(() -> rows.list(WorkItem.class, LIST, state, agentId, from, last, limit + 1))
                .map(found -> Page.of(found, limit, item -> Cursor.of(item.queuedAt(), item.id())));
    }

    /** @param by the agent who must have it; null for those who may transfer anybody's work */
    Uni<WorkItem> transfer(UUID id, String queue, String by) {
        return dispatcher
                .submit(new Input.Transferred(id, queue, by))
                .invoke(WorkItemService::refuse)
                .chain(() -> transactions.read(() -> rows.list(WorkItem.class, "work_item t where id = ?1", id)))
                .map(List::getFirst);
    }

    private static void refuse(Verdict verdict) {
        switch (verdict.answer()) {
            case NOT_FOUND -> throw new Problem(CommonProblem.NOT_FOUND, "There is no such work");
            case UNKNOWN_QUEUE -> throw new Problem(RoutingProblem.UNKNOWN_QUEUE, "There is no such queue");
            case DONE, OFFER_NOT_PENDING, STALE -> {}
        }
    }
}
