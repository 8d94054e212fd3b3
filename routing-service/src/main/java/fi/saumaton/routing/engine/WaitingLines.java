/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.ArrayList;
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
    private final Map<Line.Key, Line> lines = new HashMap<>();
    private final Map<UUID, Line.Place> places = new HashMap<>();
    private final Map<String, Fronts> fronts = new TreeMap<>();

    /** The lines of a channel kind: those that need a skill, and those open to all of a pool. */
    private static final class Fronts {
        private final Map<Trait, NavigableSet<Line>> skilled = new HashMap<>();
        private final Map<Trait, NavigableSet<Line>> open = new HashMap<>();

        private Map<Trait, NavigableSet<Line>> at(Trait anchor) {
            return anchor instanceof Trait.Pool ? open : skilled;
        }
    }

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
        Fronts ofKind = fronts.computeIfAbsent(line.key().channelKind(), kind -> new Fronts());
        return ofKind.at(anchor).computeIfAbsent(anchor, fresh -> new TreeSet<>(Line.BY_FIRST));
    }

    Line.Place place(UUID itemId) {
        return places.get(itemId);
    }

    Set<String> channelKinds() {
        return fronts.keySet();
    }

    /** The lines of a channel kind that somebody with these traits has to look at. */
    List<NavigableSet<Line>> anchoredAt(List<? extends Trait> skills, Set<Trait.Pool> pools, String channelKind) {
        Fronts ofKind = fronts.get(channelKind);
        List<NavigableSet<Line>> found = new ArrayList<>();
        skills.forEach(skill -> find(ofKind.skilled, skill, found));
        if (ofKind.open.size() < pools.size()) {
            ofKind.open.keySet().stream().filter(pools::contains).forEach(pool -> find(ofKind.open, pool, found));
        } else {
            pools.forEach(pool -> find(ofKind.open, pool, found));
        }
        return found;
    }

    private static void find(Map<Trait, NavigableSet<Line>> fronts, Trait trait, List<NavigableSet<Line>> found) {
        NavigableSet<Line> front = fronts.get(trait);
        if (front != null && !front.isEmpty()) {
            found.add(front);
        }
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
