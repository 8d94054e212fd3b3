/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.dispatch.DecisionLog;
import fi.saumaton.routing.engine.Decision;

@ApplicationScoped
class DecisionService {

    private final Transactions transactions;
    private final DecisionLog decisions;

    DecisionService(Transactions transactions, DecisionLog decisions) {
        this.transactions = transactions;
        this.decisions = decisions;
    }

    Uni<Decision> find(UUID id) {
        return transactions
                .read(() -> decisions.byId(id))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such decision")));
    }

    Uni<Page<Decision>> ofConversation(UUID conversationId, Cursor after, int limit) {
        UUID before = after == null ? null : after.uuid(0);
        return transactions
                .read(() -> decisions.ofConversation(conversationId, before, limit + 1))
                .map(found -> Page.of(found, limit, decision -> Cursor.of(decision.id())));
    }
}
