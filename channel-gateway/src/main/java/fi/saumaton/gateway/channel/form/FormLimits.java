/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.util.LinkedHashMap;
import java.util.Map;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * How much may come: per address, and over all. Buckets in the memory of this replica, the longest unused forgotten first; with N replicas it is up to N times
 * as much.
 */
final class FormLimits {
    private static final long SECOND = 1_000_000_000L;
    private static final long TEN_MINUTES = 600 * SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final int ADDRESSES = 50_000;

    private final int perAddress;
    private final int perMinute;
    /** When a bucket is whole again, in nanoseconds. */
    private final Map<String, Long> wholeAgainAt = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > ADDRESSES;
        }
    };

    private long allWholeAgainAt = Long.MIN_VALUE;

    FormLimits(int perAddress, int perMinute) {
        this.perAddress = perAddress;
        this.perMinute = perMinute;
    }

    /** One more message; a problem (429, Retry-After) when it is one too many. */
    synchronized void take(String address, long now) {
        long own = next(wholeAgainAt.getOrDefault(address, now), TEN_MINUTES / perAddress, now);
        long all = next(allWholeAgainAt == Long.MIN_VALUE ? now : allWholeAgainAt, MINUTE / perMinute, now);
        long wait = Math.max(own - now - TEN_MINUTES, all - now - MINUTE);
        if (wait > 0) {
            throw new Problem(
                            CommonProblem.TOO_MANY_REQUESTS, "Too many messages at once; send it again a little later")
                    .header("Retry-After", Long.toString(Math.ceilDiv(wait, SECOND)));
        }
        wholeAgainAt.put(address, own);
        allWholeAgainAt = all;
    }

    private static long next(long whole, long cost, long now) {
        return (whole - now < 0 ? now : whole) + cost;
    }
}
