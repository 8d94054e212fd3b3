/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.util.Map;

/**
 * What a load process found.
 *
 * @param accepted requests answered 200
 * @param refused requests answered otherwise, by status
 * @param seconds how long the load really ran
 * @param quantilesMillis latency quantiles in milliseconds ("p50", "p99", "max", "count"); empty for floods
 */
record LoadResult(long accepted, Map<Integer, Long> refused, double seconds, Map<String, Double> quantilesMillis) {

    double perSecond() {
        return accepted / seconds;
    }
}
