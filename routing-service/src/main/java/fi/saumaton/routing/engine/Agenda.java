/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** What time alone will change, the first first. It follows from the state, so that it need not be kept anywhere. */
final class Agenda {
    private final Map<Object, Due> byThing = new HashMap<>();
    private final NavigableSet<Due> dues = new TreeSet<>();

    /** What something is due for. */
    sealed interface Thing extends Comparable<Thing> {
        private int order() {
            return switch (this) {
                case OfQueue queue -> 0;
                case OfAgent agent -> 1;
                case OfItem item -> 2;
            };
        }

        @Override
        default int compareTo(Thing other) {
            if (this instanceof OfItem(UUID id) && other instanceof OfItem(UUID otherId)) {
                return id.compareTo(otherId);
            }
            if (this instanceof OfAgent(String id) && other instanceof OfAgent(String otherId)) {
                return id.compareTo(otherId);
            }
            if (this instanceof OfQueue(String name) && other instanceof OfQueue(String otherName)) {
                return name.compareTo(otherName);
            }
            return Integer.compare(order(), other.order());
        }
    }

    /** The queue opens or closes. */
    record OfQueue(String name) implements Thing {}

    /** The agent is spared less. */
    record OfAgent(String id) implements Thing {}

    /** The work's next ring opens, or whoever has it is late. */
    record OfItem(UUID id) implements Thing {}

    private record Due(Instant at, Thing thing) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? thing.compareTo(other.thing) : byTime;
        }
    }

    /** Notes when something is due for a thing; null when nothing is any more. */
    void set(Thing thing, Instant at) {
        if (at == null && byThing.isEmpty()) {
            return;
        }
        Due before = at == null ? byThing.remove(thing) : byThing.put(thing, new Due(at, thing));
        if (before != null) {
            dues.remove(before);
        }
        if (at != null) {
            dues.add(byThing.get(thing));
        }
    }

    /** When the first is due; null when nothing is. */
    Instant next() {
        return dues.isEmpty() ? null : dues.first().at;
    }

    /** The first that is due by then, which is off the agenda with this; null when there is none. */
    Thing strike(Instant by) {
        if (dues.isEmpty() || dues.first().at.isAfter(by)) {
            return null;
        }
        Due first = dues.pollFirst();
        byThing.remove(first.thing);
        return first.thing;
    }
}
