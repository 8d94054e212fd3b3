/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * How much each visitor may write: a burst, then so much per second. Kept in this replica's memory, the visitor seen longest ago is forgotten first. (Generic
 * cell rate: of each visitor only the time is kept at which their allowance will be whole again.)
 */
@ApplicationScoped
class VisitorLimits {
    private static final long SECOND = 1_000_000_000L;

    private final long cost;
    private final long allowance;
    private final Map<UUID, Long> wholeAgainAt;

    VisitorLimits(VisitorConfig config) {
        var rate = config.rate();
        this.cost = SECOND / Math.max(1, rate.perSecond());
        this.allowance = cost * rate.burst();
        this.wholeAgainAt = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
                return size() > rate.visitors();
            }
        };
    }

    /** One more message; a problem (429, Retry-After) when it is one too many. */
    void take(UUID visitor) {
        take(visitor, System.nanoTime());
    }

    void take(UUID visitor, long now) {
        long wait;
        synchronized (wholeAgainAt) {
            var whole = wholeAgainAt.get(visitor);
            long next = (whole == null || whole - now < 0 ? now : whole) + cost;
            wait = next - now - allowance;
            if (wait <= 0) {
                wholeAgainAt.put(visitor, next);
                return;
            }
        }
        throw new Problem(CommonProblem.TOO_MANY_REQUESTS, "Too many messages at once; send it again a little later")
                .header("Retry-After", Long.toString(Math.ceilDiv(wait, SECOND)));
    }
}
