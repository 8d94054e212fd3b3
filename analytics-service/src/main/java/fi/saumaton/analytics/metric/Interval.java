/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;

/**
 * The time that a report is about, and the moment it looks from: what happened after {@code asOf} is not known to it, so
 * the same three instants give the same figures again later (late events excepted, and who a customer is: that is always
 * today's knowledge).
 *
 * @param from the first instant
 * @param to the first instant that is no longer part of it
 * @param asOf the moment up to which the unanswered have been waiting
 */
public record Interval(Instant from, Instant to, Instant asOf) {

    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to) && isKnown(at);
    }

    /** Whether something that happened then had happened by {@code asOf}; a null has not happened at all. */
    public boolean isKnown(Instant at) {
        return at != null && !at.isAfter(asOf);
    }
}
