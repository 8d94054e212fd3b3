/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** What agents and time do to offers. */
final class OfferRules {
    private OfferRules() {}

    static Answer accepted(Run run, Input.OfferAccepted acceptance) {
        Offer offer = run.state.offer(acceptance.offerId());
        if (offer == null) {
            return Answer.OFFER_NOT_PENDING;
        }
        if (!offer.agentId().equals(acceptance.agentId())) {
            return Answer.NOT_FOUND;
        }
        if (!run.at.isBefore(offer.expiresAt())) {
            inVain(run, offer, OfferState.TIMED_OUT, null);
            return Answer.OFFER_NOT_PENDING;
        }
        assign(run, offer);
        return Answer.DONE;
    }

    private static void assign(Run run, Offer offer) {
        Offer accepted = offer.ended(OfferState.ACCEPTED, null, run.at);
        run.state.put(accepted);
        run.effects.add(new Effect.OfferEnded(accepted));

        Conversation conversation =
                run.state.conversation(offer.conversationId()).assigned();
        run.state.put(conversation);
        WorkItem taken = run.state.item(offer.workItemId()).assigned(conversation.assignmentNumber(), run.at);
        // What was transferred while the customer was silent leaves nothing to answer.
        WorkItem item = conversation.replyDueSince(taken.openedVersion()) ? taken : taken.turned(false, run.at);
        run.state.put(item);
        Agent agent = run.state.agent(offer.agentId());
        run.effects.add(new Effect.Assigned(item, agent.name()));
        burden(run, agent, item.situation());
        run.free(offer.agentId());
    }

    /** Hard contacts count: whoever takes them comes later in turn, and gets no hard one soon after a very hard one. */
    private static void burden(Run run, Agent agent, Situation situation) {
        Policy policy = run.state.policy();
        if (situation.frustration() == null || situation.frustration() >= 0) {
            return;
        }
        Strain strain = agent.strain().burdened(-situation.frustration() * policy.strain(), run.at);
        boolean recovers = policy.veryHard(situation);
        run.state.put(agent.with(recovers ? strain.recovering(run.at.plus(policy.recovery())) : strain));
    }

    static Answer declined(Run run, Input.OfferDeclined refusal) {
        Offer offer = run.state.offer(refusal.offerId());
        if (offer == null) {
            return Answer.OFFER_NOT_PENDING;
        }
        if (!offer.agentId().equals(refusal.agentId())) {
            return Answer.NOT_FOUND;
        }
        inVain(run, offer, OfferState.DECLINED, refusal.reason());
        return Answer.DONE;
    }

    static Answer timedOut(Run run, Input.OfferTimedOut silence) {
        Offer offer = run.state.offer(silence.offerId());
        if (offer == null) {
            return Answer.OFFER_NOT_PENDING;
        }
        inVain(run, offer, OfferState.TIMED_OUT, null);
        return Answer.DONE;
    }

    /** Ends an offer that was not accepted; its work waits on. */
    static void inVain(Run run, Offer offer, OfferState outcome, String reason) {
        run.end(offer, outcome, reason);
        WorkItem item = run.state.item(offer.workItemId());
        switch (outcome) {
            case DECLINED -> run.queue(item.offeredInVain(QueuedReason.DECLINED, true));
            case TIMED_OUT -> run.queue(item.offeredInVain(QueuedReason.TIMED_OUT, true));
            case RESCINDED -> run.queue(item.offeredInVain(QueuedReason.AGENT_GONE, false));
            case PENDING, ACCEPTED -> throw new IllegalArgumentException("not in vain: " + outcome);
        }
    }
}
