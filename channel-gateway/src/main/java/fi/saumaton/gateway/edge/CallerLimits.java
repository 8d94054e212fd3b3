/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import fi.saumaton.gateway.edge.EdgeConfig.Limit;
import fi.saumaton.gateway.edge.TokenBucket.Verdict;

/**
 * A bucket per caller, in the memory of this replica: with N replicas a caller gets up to N times the limit, which is
 * there against runaway programs rather than for accounting.
 */
@ApplicationScoped
class CallerLimits {
    private final Limit limit;
    private final Map<String, TokenBucket> buckets;

    CallerLimits(EdgeConfig config) {
        this.limit = config.limit();
        this.buckets = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
                return size() > limit.callers();
            }
        };
    }

    Verdict take(String caller) {
        long now = System.nanoTime();
        return bucket(caller, now).take(now);
    }

    private TokenBucket bucket(String caller, long now) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, key -> new TokenBucket(limit.burst(), limit.perSecond(), now));
        }
    }

    /** As RFC-to-be "RateLimit header fields for HTTP" writes it: quota of the window in which it fills. */
    String policy() {
        long window = Math.max(1, Math.ceilDiv(limit.burst(), limit.perSecond()));
        return "\"caller\";q=" + limit.burst() + ";w=" + window;
    }
}
