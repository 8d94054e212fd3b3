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
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Brings waiting work to agents. Since nothing that could be placed waited before the input, only agents who have become
 * freer and work that has begun to wait need a look.
 */
final class Placement {
    private final Run run;
    private final State state;
    private final Candidates candidates;

    private Placement(Run run) {
        this.run = run;
        this.state = run.state;
        this.candidates = new Candidates(run);
    }

    static void settle(Run run) {
        if (run.fewerAgents) {
            run.seekers.addAll(run.state.refused());
        }
        if (!run.freed.isEmpty() || !run.seekers.isEmpty()) {
            new Placement(run).serveInTurn();
        }
    }

    /** Work that seeks an agent, or is what an agent would take first. */
    private record Wish(Line.Place place, String agentId) implements Comparable<Wish> {
        private static final Comparator<Wish> ORDER = Comparator.comparing(Wish::place)
                .thenComparing(Wish::agentId, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Wish other) {
            return ORDER.compare(this, other);
        }
    }

    /** The work that is first in turn of what seeks, and of what any freed agent could take, again and again. */
    private void serveInTurn() {
        PriorityQueue<Wish> wishes = new PriorityQueue<>();
        run.freed.forEach(id -> wish(id, wishes));
        run.seekers.stream()
                .map(id -> state.lines().place(id))
                .filter(Objects::nonNull)
                .forEach(place -> wishes.add(new Wish(place, null)));
        while (!wishes.isEmpty()) {
            Wish first = wishes.poll();
            boolean waits = first.place.equals(state.lines().place(first.place.itemId()));
            boolean placed = waits && offer(first.place);
            boolean served = placed || !waits;
            if (first.agentId != null && served) {
                wish(first.agentId, wishes);
            }
        }
    }

    private void wish(String agentId, PriorityQueue<Wish> wishes) {
        Agent agent = state.agent(agentId);
        Line.Place place = agent == null ? null : firstFor(agent);
        if (place != null) {
            wishes.add(new Wish(place, agentId));
        }
    }

    private Line.Place firstFor(Agent agent) {
        if (!state.index().takesWork(agent.id())) {
            return null;
        }
        List<Trait.Skill> skills = state.index().skills(agent.id());
        Set<Trait.Pool> pools = state.index().pools(agent.id());
        Line.Place first = null;
        for (String kind : state.lines().channelKinds()) {
            if (state.fits(agent, kind)) {
                for (NavigableSet<Line> front : state.lines().anchoredAt(skills, pools, kind)) {
                    first = firstIn(front, agent, first);
                }
            }
        }
        return first;
    }

    /** The first that the agent may take in lines in the order of their first places, if it is before what is known. */
    private Line.Place firstIn(NavigableSet<Line> lines, Agent agent, Line.Place known) {
        Line.Place best = known;
        for (Line line : lines) {
            if (best != null && line.first().compareTo(best) >= 0) {
                return best;
            }
            if (!candidates.served(line) || !candidates.takes(line, agent)) {
                continue;
            }
            Line.Place place = firstUnrefused(line, agent);
            if (place != null && (best == null || place.compareTo(best) < 0)) {
                best = place;
            }
        }
        return best;
    }

    private Line.Place firstUnrefused(Line line, Agent agent) {
        for (Line.Place place : line.places()) {
            WorkItem item = state.item(place.itemId());
            if (!item.refusedBy().contains(agent.id()) || candidates.everybodyRefused(line, item)) {
                return place;
            }
        }
        return null;
    }

    /** Offers the work to the best of those who can take it; whether there was anybody. */
    private boolean offer(Line.Place place) {
        WorkItem item = state.item(place.itemId());
        Queue queue = state.queue(item.queue());
        if (queue == null || state.isClosed(queue.name())) {
            return false;
        }
        List<Decision.Candidate> best = candidates.best(place.line(), item, queue);
        if (!best.isEmpty()) {
            decide(item, queue, best, candidates.counts(place.line(), item));
        }
        return !best.isEmpty();
    }

    private void decide(WorkItem item, Queue queue, List<Decision.Candidate> best, Candidates.Counts counts) {
        Agent agent = state.agent(best.getFirst().agentId());
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
                new ArrayList<>(best),
                counts.able(),
                counts.full(),
                item.ring());
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
