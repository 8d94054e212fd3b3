/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Numbers by name in order that never change, like {@link Ordered}: levels of skills, weights, shares. */
final class Levels extends AbstractMap<String, Integer> {
    private static final Levels NONE = new Levels(new TreeMap<>());

    private final Map<String, Integer> sorted;
    private final Map<String, Integer> found;
    private final int hash;

    private Levels(TreeMap<String, Integer> sorted) {
        this.sorted = Collections.unmodifiableMap(sorted);
        this.found = Map.copyOf(sorted);
        this.hash = sorted.hashCode();
    }

    static Map<String, Integer> of(Map<String, Integer> levels) {
        if (levels instanceof Levels ready) {
            return ready;
        }
        return levels == null || levels.isEmpty() ? NONE : new Levels(new TreeMap<>(levels));
    }

    @Override
    public Integer get(Object name) {
        return found.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return found.containsKey(name);
    }

    @Override
    public boolean equals(Object other) {
        return other == this || super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public Set<Entry<String, Integer>> entrySet() {
        return sorted.entrySet();
    }
}
