/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;

/**
 * Brings waiting work to agents. Since nothing that could be placed waited before the input, only agents who have become
 * freer and work that has begun to wait need a look.
 */
final class Placement {
    private static final int KEPT_CANDIDATES = 10;

    private Placement() {}

    static void settle(Run run) {
        WorkItem next = oldestForTheFreed(run);
        while (next != null) {
            offer(run, next);
            next = oldestForTheFreed(run);
        }
        if (run.fewerAgents) {
            run.seekers.addAll(run.state.refused());
        }
        run.seekers.stream()
                .map(id -> run.state.lines().place(id))
                .filter(Objects::nonNull)
                .sorted()
                .forEach(place -> offer(run, run.state.item(place.itemId())));
    }

    /** The work that is first in turn among what any freed agent could take; null when there is none. */
    private static WorkItem oldestForTheFreed(Run run) {
        return run.freed.stream()
                .map(id -> run.state.agent(id))
                .filter(Agent::available)
                .map(agent -> oldestFor(run.state, agent))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(place -> run.state.item(place.itemId()))
                .orElse(null);
    }

    private static WaitingLines.Place oldestFor(State state, Agent agent) {
        int room = room(state, agent);
        WaitingLines.Place oldest = null;
        for (String name : agent.queues()) {
            Queue queue = state.queue(name);
            if (queue == null || !agent.serves(queue)) {
                continue;
            }
            for (var line : state.lines().of(name).entrySet()) {
                boolean fits = agent.capacity().weight(line.getKey()) <= room;
                WaitingLines.Place first = fits ? firstIn(state, line.getValue(), queue, agent) : null;
                if (first != null && (oldest == null || first.compareTo(oldest) < 0)) {
                    oldest = first;
                }
            }
        }
        return oldest;
    }

    private static WaitingLines.Place firstIn(
            State state, NavigableSet<WaitingLines.Place> line, Queue queue, Agent agent) {
        for (WaitingLines.Place place : line) {
            WorkItem item = state.item(place.itemId());
            if (!item.refusedBy().contains(agent.id()) || everybodyRefused(state, item, queue)) {
                return place;
            }
        }
        return null;
    }

    private static boolean everybodyRefused(State state, WorkItem item, Queue queue) {
        return suitable(state, queue).stream()
                .allMatch(agent -> item.refusedBy().contains(agent.id()));
    }

    private static List<Agent> suitable(State state, Queue queue) {
        return state.available(queue.name()).stream()
                .map(state::agent)
                .filter(agent -> agent.serves(queue))
                .toList();
    }

    private static int room(State state, Agent agent) {
        return agent.capacity().total() - state.load(agent.id());
    }

    /** Offers the work to the best of those who can take it; leaves it waiting when there is none. */
    private static void offer(Run run, WorkItem item) {
        Queue queue = run.state.queue(item.queue());
        if (queue == null) {
            return;
        }
        List<Agent> suitable = suitable(run.state, queue);
        List<Agent> unasked = suitable.stream()
                .filter(agent -> !item.refusedBy().contains(agent.id()))
                .toList();
        List<Agent> asked = unasked.isEmpty() ? suitable : unasked;
        List<Decision.Candidate> candidates = asked.stream()
                .filter(agent -> agent.capacity().weight(item.channelKind()) <= room(run.state, agent))
                .map(agent -> Scoring.score(item, queue, agent, run.at))
                .sorted(Scoring.BEST_FIRST)
                .toList();
        if (!candidates.isEmpty()) {
            decide(run, item, queue, candidates, asked.size() - candidates.size());
        }
    }

    private static void decide(Run run, WorkItem item, Queue queue, List<Decision.Candidate> candidates, int full) {
        Agent agent = run.state.agent(candidates.getFirst().agentId());
        Decision decision = new Decision(
                run.nextId(),
                run.at,
                item.id(),
                item.conversationId(),
                run.nextId(),
                queue.name(),
                item.reason(),
                item.situation(),
                item.dueSince(),
                item.refusedBy(),
                new ArrayList<>(candidates.subList(0, Math.min(KEPT_CANDIDATES, candidates.size()))),
                candidates.size(),
                full);
        Offer offer = new Offer(
                decision.offerId(),
                item.id(),
                item.conversationId(),
                agent.id(),
                queue.name(),
                decision.id(),
                OfferState.PENDING,
                null,
                run.at,
                run.at.plusSeconds(queue.offerSeconds()),
                null);
        run.state.put(offer);
        run.state.put(item.offered(offer.id(), agent.id()));
        run.state.put(agent.idleFrom(run.at));
        run.decisions.add(decision);
        run.effects.add(new Effect.OfferMade(offer, agent.name()));
    }
}
