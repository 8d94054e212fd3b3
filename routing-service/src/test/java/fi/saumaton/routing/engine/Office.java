/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A small service desk for the engine's tests: a state, a clock that is moved by hand, and what has happened. */
final class Office {
    static final Capacity FIVE = new Capacity(5, Map.of("email", 2));
    static final Input.Defaults DEFAULTS = new Input.Defaults(Set.of("fi", "sv", "en"), FIVE);

    final State state = new State();
    final List<Effect> effects = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private long inputs;

    static Office withSupportQueue() {
        Office office = new Office();
        office.apply(
                new Input.QueueConfigured("support", Set.of(), 30, 0, Set.of("email", "webchat", "webhook"), null));
        return office;
    }

    Answer apply(Input input) {
        Outcome outcome = Engine.apply(state, input, new Moment(now, new UUID(7, inputs++)));
        effects.addAll(outcome.effects());
        decisions.addAll(outcome.decisions());
        return outcome.answer();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void present(String agent) {
        apply(presence(agent, Presence.AVAILABLE));
        pass(Duration.ofSeconds(1));
    }

    void goes(String agent, Presence presence) {
        apply(presence(agent, presence));
    }

    private static Input.PresenceChanged presence(String agent, Presence presence) {
        return new Input.PresenceChanged(agent, agent, presence, null, DEFAULTS);
    }

    /** New work of a channel kind; gives the conversation. */
    UUID arrives(String channelKind) {
        UUID conversation = new UUID(1, inputs);
        arrives(conversation, 1, situation(channelKind, null, null, null));
        return conversation;
    }

    void arrives(UUID conversation, long version, Situation situation) {
        apply(new Input.WorkArrived(conversation, version, situation, now));
    }

    static Situation situation(String channelKind, String language, String lastAgent, Instant lastAgentAt) {
        return new Situation(new UUID(2, 2), channelKind + ":support", channelKind, language, lastAgent, lastAgentAt);
    }

    WorkItem item(UUID conversation) {
        return state.itemOf(conversation);
    }

    /** Whom the conversation's work is offered to at the moment; null when nobody. */
    String offeredTo(UUID conversation) {
        WorkItem item = item(conversation);
        return item == null || item.state() != ItemState.OFFERED ? null : item.agentId();
    }

    Answer accept(UUID conversation) {
        WorkItem item = item(conversation);
        return apply(new Input.OfferAccepted(item.offerId(), item.agentId()));
    }

    Answer decline(UUID conversation) {
        WorkItem item = item(conversation);
        return apply(new Input.OfferDeclined(item.offerId(), item.agentId(), "busy"));
    }

    void timeOut(UUID conversation) {
        pass(Duration.ofSeconds(30));
        apply(new Input.OfferTimedOut(item(conversation).offerId()));
    }

    /** Effects of a kind, oldest first. */
    <T extends Effect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends Effect> T last(Class<T> kind) {
        return all(kind).getLast();
    }
}
