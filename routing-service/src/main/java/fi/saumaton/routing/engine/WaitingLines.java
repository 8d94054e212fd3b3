/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The work that waits, in the order in which it is served: a line per queue and channel kind, since all the work of a
 * line fits the same agents. The order needs no clock: what waited longer and what has priority stays ahead however much
 * time goes by.
 */
final class WaitingLines {
    private final Map<String, Map<String, NavigableSet<Place>>> lines = new TreeMap<>();
    private final Map<UUID, Place> places = new HashMap<>();

    /** @param rank the moment from which the wait counts, moved back by the queue's priority */
    record Place(Instant rank, UUID itemId, String queue, String channelKind) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::rank).thenComparing(Place::itemId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void add(WorkItem item, Queue queue) {
        int priority = queue == null ? 0 : queue.priority();
        Instant rank = item.dueSince().minusSeconds(priority * 60L);
        Place place = new Place(rank, item.id(), item.queue(), item.channelKind());
        lines.computeIfAbsent(place.queue(), name -> new TreeMap<>())
                .computeIfAbsent(place.channelKind(), kind -> new TreeSet<>())
                .add(place);
        places.put(item.id(), place);
    }

    void remove(UUID itemId) {
        Place place = places.remove(itemId);
        if (place != null) {
            lines.get(place.queue()).get(place.channelKind()).remove(place);
        }
    }

    Place place(UUID itemId) {
        return places.get(itemId);
    }

    /** The lines of a queue by channel kind. */
    Map<String, NavigableSet<Place>> of(String queue) {
        return lines.getOrDefault(queue, Map.of());
    }

    List<UUID> items(String queue) {
        List<UUID> all = new ArrayList<>();
        of(queue).values().forEach(line -> line.forEach(place -> all.add(place.itemId())));
        return all;
    }

    int size() {
        return places.size();
    }
}
