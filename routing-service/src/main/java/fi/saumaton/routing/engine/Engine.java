/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.List;

/**
 * Decides who gets which work. What time has changed comes first (the clockwork), then the input's own effect (the rules), then whatever waits and can be placed
 * because of it is placed (the placement). Before and after every input nothing waits that a suitable available agent with
 * room could have.
 */
public final class Engine {
    private Engine() {}

    /** Applies one input. The state given is changed and handed back in the outcome. */
    public static Outcome apply(State state, Input input, Moment moment) {
        Run run = new Run(state, moment);
        Clockwork.strike(run);
        Answer answer = rules(run, input);
        Clockwork.strike(run);
        Placement.settle(run);
        return new Outcome(state, answer, List.copyOf(run.effects), List.copyOf(run.decisions));
    }

    private static Answer rules(Run run, Input input) {
        return switch (input) {
            case Input.WorkArrived work -> WorkRules.arrived(run, work);
            case Input.CustomerWrote message -> WorkRules.customerWrote(run, message);
            case Input.AgentReplied message -> WorkRules.agentReplied(run, message);
            case Input.ConversationClosed closing -> WorkRules.closed(run, closing);
            case Input.Transferred transfer -> WorkRules.transferred(run, transfer);
            case Input.OfferAccepted acceptance -> OfferRules.accepted(run, acceptance);
            case Input.OfferDeclined refusal -> OfferRules.declined(run, refusal);
            case Input.OfferTimedOut silence -> OfferRules.timedOut(run, silence);
            case Input.PresenceChanged presence -> AgentRules.presenceChanged(run, presence);
            case Input.LeaseExpired lease -> AgentRules.leaseExpired(run, lease);
            case Input.AgentConfigured agent -> AgentRules.configured(run, agent);
            case Input.QueueConfigured queue -> AgentRules.configured(run, queue);
            case Input.SituationChanged change -> WorkRules.situationChanged(run, change);
            case Input.PolicyChanged change -> AgentRules.policyChanged(run, change);
            case Input.TimePassed nothing -> Answer.DONE;
        };
    }
}
