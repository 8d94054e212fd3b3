/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Names in order that never change: what is made of one again costs nothing, so records may be copied freely. */
final class Ordered extends AbstractSet<String> {
    private static final Ordered NONE = new Ordered(new String[0]);

    private final String[] names;
    private final List<String> list;
    private final int hash;

    private Ordered(String[] names) {
        this.names = names;
        this.list = List.of(names);
        this.hash = super.hashCode();
    }

    static Set<String> of(Collection<String> names) {
        if (names instanceof Ordered ordered) {
            return ordered;
        }
        return names == null || names.isEmpty()
                ? NONE
                : new Ordered(names.stream().distinct().sorted().toArray(String[]::new));
    }

    @Override
    public boolean contains(Object name) {
        return name instanceof String text && Arrays.binarySearch(names, text) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return list.iterator();
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
