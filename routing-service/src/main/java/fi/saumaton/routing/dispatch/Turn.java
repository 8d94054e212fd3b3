/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.routing.engine.Decision;
import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.Engine;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Moment;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.Outcome;
import fi.saumaton.routing.engine.Presence;
import fi.saumaton.routing.engine.State;

/** One turn at the domain: a state, the inputs to apply at one moment, and what they led to. */
final class Turn {

    private final State state;
    private final Instant at;
    private final List<Entry> entries;
    private final List<Outcome> outcomes = new ArrayList<>();

    Turn(State state, Instant at, List<Entry> entries) {
        this.state = state;
        this.at = at;
        this.entries = entries;
    }

    State state() {
        return state;
    }

    Instant at() {
        return at;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The conversations that the inputs are about: what is known of them must be in the state before it is applied. */
    Set<UUID> conversations() {
        Set<UUID> ids = new HashSet<>();
        for (Entry entry : entries) {
            switch (entry.input()) {
                case Input.WorkArrived work -> ids.add(work.conversationId());
                case Input.CustomerWrote message -> ids.add(message.conversationId());
                case Input.AgentReplied message -> ids.add(message.conversationId());
                case Input.ConversationClosed closing -> ids.add(closing.conversationId());
                case Input.OfferAccepted acceptance -> addConversation(ids, acceptance.offerId());
                case Input.OfferDeclined refusal -> addConversation(ids, refusal.offerId());
                case Input.OfferTimedOut silence -> addConversation(ids, silence.offerId());
                case Input.Transferred transfer -> {}
                case Input.PresenceChanged presence -> {}
                case Input.LeaseExpired lease -> {}
                case Input.AgentConfigured agent -> {}
                case Input.QueueConfigured queue -> {}
                case Input.SituationChanged change -> ids.add(change.conversationId());
                case Input.PolicyChanged change -> {}
                case Input.TimePassed nothing -> {}
            }
        }
        return ids;
    }

    private void addConversation(Set<UUID> ids, UUID offerId) {
        Offer offer = state.offer(offerId);
        if (offer != null) {
            ids.add(offer.conversationId());
        }
    }

    /** The work items that inputs name. */
    Set<UUID> items() {
        Set<UUID> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.input() instanceof Input.Transferred transfer) {
                ids.add(transfer.workItemId());
            }
        }
        return ids;
    }

    void apply() {
        for (Entry entry : entries) {
            outcomes.add(Engine.apply(state, entry.input(), new Moment(at, entry.id())));
        }
    }

    List<Decision> decisions() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.decisions().stream())
                .toList();
    }

    /** The effects with the trace of the input that had them. */
    List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (int n = 0; n < entries.size(); n++) {
            String traceparent = entries.get(n).traceparent();
            outcomes.get(n).effects().forEach(effect -> told.add(new Told(effect, traceparent)));
        }
        return told;
    }

    record Told(Effect effect, String traceparent) {}

    /** Agents whose desk was heard of in this turn, and the presence they have now. */
    List<Input.PresenceChanged> heardOf() {
        return entries.stream()
                .map(Entry::input)
                .filter(Input.PresenceChanged.class::isInstance)
                .map(Input.PresenceChanged.class::cast)
                .filter(input -> state.agent(input.agentId()).presence() == input.presence())
                .toList();
    }

    static boolean gone(Input.PresenceChanged presence) {
        return presence.presence() == Presence.OFFLINE;
    }

    /** The verdicts of the last inputs, which were the commands. */
    List<Verdict> verdicts(int commands) {
        return outcomes.subList(outcomes.size() - commands, outcomes.size()).stream()
                .map(outcome -> new Verdict(outcome.answer(), outcome.effects()))
                .toList();
    }
}
