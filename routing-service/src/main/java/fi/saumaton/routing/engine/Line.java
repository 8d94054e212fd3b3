/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Waiting work that fits the same agents, in the order in which it is served. */
final class Line {
    /** By the first place; only for lines that are not empty. */
    static final Comparator<Line> BY_FIRST = Comparator.comparing(Line::first);

    private final Key key;
    private final List<Trait.Pool> pools;
    private final List<? extends Trait> anchors;
    private final NavigableSet<Place> places = new TreeSet<>();

    /**
     * What makes work fit the same agents.
     *
     * @param ring how many rings have opened for it
     * @param hard whether agents who recover are spared it
     */
    record Key(String queue, String channelKind, Needs needs, int ring, boolean hard) {}

    /** @param rank microseconds: the moment from which the wait counts, moved back by what puts the work ahead */
    record Place(long rank, UUID itemId, Line line) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byRank = Long.compare(rank, other.rank);
            return byRank == 0 ? itemId.compareTo(other.itemId) : byRank;
        }
    }

    Line(Key key, Ring ring) {
        this.key = key;
        List<Trait.Pool> all = new ArrayList<>();
        all.add(Trait.Pool.queue(key.queue));
        if (ring != null) {
            ring.alsoQueues().stream()
                    .filter(queue -> !queue.equals(key.queue))
                    .forEach(queue -> all.add(Trait.Pool.queue(queue)));
            ring.alsoTeams().forEach(team -> all.add(Trait.Pool.team(team)));
        }
        pools = List.copyOf(all);
        anchors = key.needs.skills().isEmpty()
                ? pools
                : List.of(new Trait.Skill(key.needs.skills().keySet().iterator().next()));
    }

    Key key() {
        return key;
    }

    /** Agents among whom the line looks for one. */
    List<Trait.Pool> pools() {
        return pools;
    }

    /** Who has none of these need not look here: one of the skills needed, or the pools when none is. */
    List<? extends Trait> anchors() {
        return anchors;
    }

    Place first() {
        return places.first();
    }

    NavigableSet<Place> places() {
        return Collections.unmodifiableNavigableSet(places);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    void add(Place place) {
        places.add(place);
    }

    void remove(Place place) {
        places.remove(place);
    }

    /** Whether the agent has what is needed, whatever they do at the moment. */
    boolean suits(Agent agent, Set<Trait.Pool> ofAgent) {
        if (!key.needs.metBy(agent)) {
            return false;
        }
        for (Trait.Pool pool : pools) {
            if (ofAgent.contains(pool)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the agent is spared this work for the moment. */
    boolean spares(Agent agent) {
        return agent.wrappingUp() || key.hard && agent.recovering();
    }
}
