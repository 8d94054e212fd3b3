/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The work that one agent is offered or has to answer, counted by channel kind so that its weight costs no walk. */
final class Workload {
    private final NavigableSet<UUID> items = new TreeSet<>();
    private final Map<String, Integer> byKind = new TreeMap<>();

    void add(WorkItem item) {
        if (items.add(item.id())) {
            byKind.merge(item.channelKind(), 1, Integer::sum);
        }
    }

    void remove(WorkItem item) {
        if (items.remove(item.id())) {
            byKind.merge(item.channelKind(), -1, Integer::sum);
        }
    }

    Set<UUID> items() {
        return Collections.unmodifiableSet(items);
    }

    int weight(Capacity capacity) {
        int weight = 0;
        for (Map.Entry<String, Integer> count : byKind.entrySet()) {
            weight += count.getValue() * capacity.weight(count.getKey());
        }
        return weight;
    }
}
