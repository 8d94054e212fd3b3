/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The work that waits, a line for all that fits the same agents. The order needs no clock: what waited longer and what is
 * ahead stays ahead however much time goes by. An agent who seeks work looks at the first of few lines: lines are kept by
 * the channel kind and something that they need, the line whose first has the best rank in front.
 */
final class WaitingLines {
    private static final NavigableSet<Line> NO_LINES = Collections.emptyNavigableSet();

    private final Map<Line.Key, Line> lines = new HashMap<>();
    private final Map<UUID, Line.Place> places = new HashMap<>();
    private final Map<String, Map<Trait, NavigableSet<Line>>> fronts = new TreeMap<>();

    void add(WorkItem item, Line.Key key, Ring ring, long rank) {
        Line line = lines.computeIfAbsent(key, fresh -> new Line(fresh, ring));
        Line.Place place = new Line.Place(rank, item.id(), line);
        boolean leads = line.isEmpty() || place.compareTo(line.first()) < 0;
        if (leads) {
            withdraw(line);
        }
        line.add(place);
        if (leads) {
            show(line);
        }
        places.put(item.id(), place);
    }

    void remove(UUID itemId) {
        Line.Place place = places.remove(itemId);
        if (place == null) {
            return;
        }
        Line line = place.line();
        boolean leads = line.first() == place;
        if (leads) {
            withdraw(line);
        }
        line.remove(place);
        if (line.isEmpty()) {
            lines.remove(line.key());
        } else if (leads) {
            show(line);
        }
    }

    private void withdraw(Line line) {
        if (!line.isEmpty()) {
            line.anchors().forEach(anchor -> front(anchor, line).remove(line));
        }
    }

    private void show(Line line) {
        line.anchors().forEach(anchor -> front(anchor, line).add(line));
    }

    private NavigableSet<Line> front(Trait anchor, Line line) {
        return fronts.computeIfAbsent(line.key().channelKind(), kind -> new HashMap<>())
                .computeIfAbsent(anchor, fresh -> new TreeSet<>(Line.BY_FIRST));
    }

    Line.Place place(UUID itemId) {
        return places.get(itemId);
    }

    Set<String> channelKinds() {
        return fronts.keySet();
    }

    /** The lines of a channel kind that nobody need look at who has not this trait. */
    NavigableSet<Line> anchoredAt(Trait trait, String channelKind) {
        return fronts.get(channelKind).getOrDefault(trait, NO_LINES);
    }

    /** The waiting work of a queue. */
    List<UUID> items(String queue) {
        return lines.values().stream()
                .filter(line -> line.key().queue().equals(queue))
                .flatMap(line -> line.places().stream())
                .map(Line.Place::itemId)
                .toList();
    }

    int size() {
        return places.size();
    }
}
