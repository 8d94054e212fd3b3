/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

/** So many requests at once, so many per second. Time is handed in: nanoseconds of any monotonic clock. */
final class TokenBucket {
    private static final double SECOND = 1e9;

    private final int burst;
    private final int perSecond;
    private double tokens;
    private long filledAt;

    TokenBucket(int burst, int perSecond, long now) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.tokens = burst;
        this.filledAt = now;
    }

    /**
     * @param allowed whether the request may pass
     * @param remaining requests that could follow at once
     * @param secondsToNext whole seconds, rounded up, until another one may pass; 0 when one may now
     * @param secondsToFull whole seconds, rounded up, until the whole burst is there again
     */
    record Verdict(boolean allowed, int remaining, long secondsToNext, long secondsToFull) {}

    synchronized Verdict take(long now) {
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) / SECOND * perSecond);
        filledAt = now;
        boolean allowed = tokens >= 1;
        tokens -= allowed ? 1 : 0;
        long toNext = tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perSecond);
        return new Verdict(allowed, (int) tokens, toNext, (long) Math.ceil((burst - tokens) / perSecond));
    }
}
