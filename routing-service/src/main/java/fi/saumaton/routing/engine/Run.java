/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** One input on its way through the rules: what it has led to so far, and who may have to be placed because of it. */
final class Run {
    final State state;
    final Instant at;
    final List<Effect> effects = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();

    /** Work that has begun to wait, or that more agents may take than before. */
    final NavigableSet<UUID> seekers = new TreeSet<>();

    /** Agents who may take more or other work than before. */
    final NavigableSet<String> freed = new TreeSet<>();

    /** Whether somebody stopped taking work, so that those who refused may be the only ones left. */
    boolean fewerAgents;

    private final Moment moment;
    private int ids;

    Run(State state, Moment moment) {
        this.state = state;
        this.moment = moment;
        this.at = moment.at();
    }

    UUID nextId() {
        return moment.id(ids++);
    }

    /** A number from 0 to 99, the same whenever this input is applied. */
    int percent() {
        return moment.percent();
    }

    /** Keeps work that begins to wait, tells it, and seeks somebody for it. */
    void queue(WorkItem item) {
        queue(item, null);
    }

    /** @param former the agent who had it until now; null when nobody had */
    void queue(WorkItem item, String former) {
        state.put(item);
        seekers.add(item.id());
        effects.add(new Effect.Queued(item, former, at));
    }

    /** Everybody who takes this queue's work looks again. */
    void reconsider(String queue) {
        state.lines().items(queue).forEach(seekers::add);
        freed.addAll(state.index().available(Trait.Pool.queue(queue)));
    }

    /** Ends an offer and frees its agent. */
    void end(Offer offer, OfferState outcome, String reason) {
        Offer ended = offer.ended(outcome, reason, at);
        state.put(ended);
        effects.add(new Effect.OfferEnded(ended));
        free(offer.agentId());
    }

    /** The agent has less to do from now on. */
    void free(String agentId) {
        Agent agent = state.agent(agentId);
        if (agent != null) {
            state.put(agent.idleFrom(at));
            freed.add(agentId);
        }
    }
}
