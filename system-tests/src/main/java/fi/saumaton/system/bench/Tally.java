/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Answers counted by status, from many threads. */
final class Tally {

    private final LongAdder accepted = new LongAdder();
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();

    void count(int status) {
        if (status == 200) {
            accepted.increment();
        } else {
            refused.computeIfAbsent(status, any -> new LongAdder()).increment();
        }
    }

    long accepted() {
        return accepted.sum();
    }

    LoadResult result(double seconds, Map<String, Double> quantiles) {
        var byStatus = new TreeMap<Integer, Long>();
        refused.forEach((status, count) -> byStatus.put(status, count.sum()));
        return new LoadResult(accepted.sum(), byStatus, seconds, quantiles);
    }
}
