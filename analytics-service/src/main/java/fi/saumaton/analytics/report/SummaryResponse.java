/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import fi.saumaton.analytics.metric.Definitions;
import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.Summary;
import fi.saumaton.analytics.metric.Waiting;

/** The figures of an interval as they are published. */
record SummaryResponse(
        Instant from,
        Instant to,
        Instant asOf,
        String timeZone,
        Summary.Contacts contacts,
        Times waitingSeconds,
        Times assignmentSeconds,
        long customers,
        Summary.Issues issues,
        Summary.Messages messages,
        Summary.Offers offers,
        int definitionsVersion) {

    /** Times over all channels, and by kind of channel. */
    record Times(
            long count, Double average, Double median, Double p90, Double longest, Map<String, Waiting> byChannel) {

        static Times from(Summary.Times times) {
            Waiting all = times.all();
            return new Times(all.count(), all.average(), all.median(), all.p90(), all.longest(), times.byChannel());
        }
    }

    static SummaryResponse from(Summary summary, Interval interval, ZoneId timeZone) {
        return new SummaryResponse(
                interval.from(),
                interval.to(),
                interval.asOf(),
                timeZone.getId(),
                summary.contacts(),
                Times.from(summary.waiting()),
                Times.from(summary.assignment()),
                summary.customers(),
                summary.issues(),
                summary.messages(),
                summary.offers(),
                Definitions.VERSION);
    }
}
