/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Map;

/**
 * The figures of an interval. What each of them means stands in {@link Definitions}.
 *
 * @param byChannel the waiting and assignment times by kind of channel
 * @param customers how many different customers the contacts came from, as far as they have been identified
 */
public record Summary(
        Contacts contacts,
        Times waiting,
        Times assignment,
        long customers,
        Issues issues,
        Messages messages,
        Offers offers) {

    /** Contacts, by kind of channel and by what has become of them. */
    public record Contacts(
            long total, Map<String, Long> byChannel, long answered, long waiting, long settledWithoutReply) {}

    /** Times over all channels and by kind of channel. */
    public record Times(Waiting all, Map<String, Waiting> byChannel) {}

    /** The customers' matters. */
    public record Issues(long opened, long resolved, long resolvedAtFirstContact) {}

    /** What was said. */
    public record Messages(long received, long automatic, long sent) {}

    /** The offers made in the interval, by what has become of them. */
    public record Offers(long made, long accepted, long declined, long timedOut, long rescinded, long pending) {}
}
