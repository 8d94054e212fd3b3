/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.HashMap;
import java.util.Map;

/** What pairs make when they are chained: who is the same as somebody who is the same as a third one. */
public final class Closure<T> {
    private final Map<T, T> parents = new HashMap<>();

    public void join(T a, T b) {
        parents.put(root(a), root(b));
    }

    /** The one that stands for all that are joined with the given one. */
    public T root(T one) {
        var root = one;
        for (var parent = parents.get(root); parent != null && !parent.equals(root); parent = parents.get(root)) {
            root = parent;
        }
        var next = one;
        while (!next.equals(root)) {
            next = parents.put(next, root);
        }
        return root;
    }
}
