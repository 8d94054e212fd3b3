/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;

import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/**
 * When what happens by itself, if nobody keeps the promise.
 *
 * @param dueSoonAt a named person hears of it
 * @param tellAt the customer is told that it may not be in time
 * @param breakAt it counts as broken
 */
public record Deadlines(Instant dueSoonAt, Instant tellAt, Instant breakAt) {
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(15);
    private static final int LEAD_SHARE = 4;
    private static final int TELL_SHARE = 3;

    /**
     * A quarter of the time there is, at least 15 minutes and at most the longest lead, counted back in working time, so
     * that somebody is there to act on it. The customer is told when a third of that lead is left.
     */
    static Deadlines of(Instant madeAt, Instant until, Duration longestLead, Duration grace, WorkingCalendar calendar) {
        Duration total = Duration.between(madeAt, until);
        Duration lead = shorter(longestLead, longer(SHORTEST_LEAD, total.dividedBy(LEAD_SHARE)));
        Instant dueSoon = before(madeAt, until, total, calendar.minus(until, lead));
        Instant tell = calendar.minus(until, lead.dividedBy(TELL_SHARE));
        return new Deadlines(dueSoon, tell.isBefore(dueSoon) ? dueSoon : tell, calendar.plus(until, grace));
    }

    /** Not before it was made: then half of the time is left. */
    private static Instant before(Instant madeAt, Instant until, Duration total, Instant dueSoon) {
        return dueSoon.isAfter(madeAt) ? dueSoon : until.minus(total.dividedBy(2));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
