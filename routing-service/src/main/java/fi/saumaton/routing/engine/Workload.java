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
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The work that one agent is offered or has to answer, counted by channel kind so that its weight costs no walk. */
final class Workload {
    static final Workload NONE = new Workload();

    private final NavigableSet<UUID> items = new TreeSet<>();
    private final Map<String, Integer> byKind = new TreeMap<>();

    void add(WorkItem item) {
        if (items.add(item.id())) {
            byKind.merge(item.channelKind(), 1, Integer::sum);
        }
    }

    void remove(WorkItem item) {
        if (items.remove(item.id())) {
            byKind.merge(item.channelKind(), -1, Workload::less);
        }
    }

    private static Integer less(int count, int change) {
        return count + change == 0 ? null : count + change;
    }

    Set<UUID> items() {
        return Collections.unmodifiableSet(items);
    }

    int weight(Capacity capacity) {
        return sum(kind -> true, capacity::weight);
    }

    /** What the work weighs that nothing may interrupt. */
    int pressingWeight(Capacity capacity) {
        return sum(kind -> !capacity.interruptible().contains(kind), capacity::weight);
    }

    /** How many pieces there are that nothing may interrupt. */
    int pressing(Capacity capacity) {
        return sum(kind -> !capacity.interruptible().contains(kind), kind -> 1);
    }

    /** How many pieces need the whole person. */
    int alone(Capacity capacity) {
        return sum(capacity.alone()::contains, kind -> 1);
    }

    private int sum(Predicate<String> counted, ToIntFunction<String> each) {
        if (byKind.isEmpty()) {
            return 0;
        }
        int sum = 0;
        for (Map.Entry<String, Integer> count : byKind.entrySet()) {
            if (counted.test(count.getKey())) {
                sum += count.getValue() * each.applyAsInt(count.getKey());
            }
        }
        return sum;
    }
}
