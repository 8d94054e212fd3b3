/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.offer;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.dispatch.Dispatcher;
import fi.saumaton.routing.dispatch.Verdict;
import fi.saumaton.routing.engine.Answer;
import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.ItemState;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.OfferState;
import fi.saumaton.routing.engine.WorkItem;
import fi.saumaton.routing.web.RoutingProblem;

/** Accepts and refuses offers, at once: the answer comes when it is decided for good. */
@ApplicationScoped
class OfferService {

    private final Transactions transactions;
    private final OfferRepository offers;
    private final Dispatcher dispatcher;

    OfferService(Transactions transactions, OfferRepository offers, Dispatcher dispatcher) {
        this.transactions = transactions;
        this.offers = offers;
        this.dispatcher = dispatcher;
    }

    /** Accepting again what the agent has got by this offer, because the first answer was lost, gives the same answer. */
    Uni<AcceptedView> accept(UUID id, String agentId) {
        return own(id, agentId)
                .chain(offer -> offer.state() == OfferState.PENDING
                        ? dispatcher.submit(new Input.OfferAccepted(id, agentId))
                        : Uni.createFrom().item(notPending()))
                .chain(verdict -> verdict.effect(Effect.Assigned.class)
                        .map(assigned -> Uni.createFrom().item(AcceptedView.from(assigned.item())))
                        .orElseGet(() -> acceptedBefore(id, agentId)));
    }

    private static Verdict notPending() {
        return new Verdict(Answer.OFFER_NOT_PENDING, List.of());
    }

    private Uni<AcceptedView> acceptedBefore(UUID id, String agentId) {
        return own(id, agentId)
                .chain(offer -> transactions
                        .read(() -> offers.item(offer.workItemId()))
                        .map(item -> item.filter(work -> has(offer, work))
                                .map(AcceptedView::from)
                                .orElseThrow(() -> tooLate(offer, item.orElse(null)))));
    }

    private static boolean has(Offer offer, WorkItem item) {
        return offer.state() == OfferState.ACCEPTED
                && item.state() == ItemState.ASSIGNED
                && offer.agentId().equals(item.agentId());
    }

    Uni<Void> refuse(UUID id, String agentId, String reason) {
        return own(id, agentId)
                .chain(offer -> offer.state() == OfferState.PENDING
                        ? dispatcher.submit(new Input.OfferDeclined(id, agentId, reason))
                        : Uni.createFrom().item(notPending()))
                .chain(verdict ->
                        verdict.answer() == Answer.DONE ? Uni.createFrom().voidItem() : refusedBefore(id, agentId));
    }

    private Uni<Void> refusedBefore(UUID id, String agentId) {
        return own(id, agentId)
                .invoke(offer -> {
                    if (offer.state() != OfferState.DECLINED) {
                        throw tooLate(offer, null);
                    }
                })
                .replaceWithVoid();
    }

    /** The agent's own offer; somebody else's does not exist for them. */
    private Uni<Offer> own(UUID id, String agentId) {
        return transactions
                .read(() -> offers.find(id))
                .map(found -> found.filter(offer -> offer.agentId().equals(agentId))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such offer")));
    }

    private static Problem tooLate(Offer offer, WorkItem item) {
        Problem problem = new Problem(RoutingProblem.OFFER_NOT_PENDING, "The offer is over")
                .with("outcome", offer.state().toString());
        boolean assigned = item != null && item.state() == ItemState.ASSIGNED;
        return assigned ? problem.with("assignedTo", item.agentId()) : problem;
    }
}
