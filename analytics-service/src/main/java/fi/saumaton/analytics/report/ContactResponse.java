/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Interval;

/**
 * One contact behind the figures.
 *
 * @param kind opened or reopened
 * @param state answered, settled or waiting, at the report's {@code asOf}
 */
record ContactResponse(
        UUID contactId,
        UUID conversationId,
        UUID customerId,
        String kind,
        String channel,
        String channelKind,
        Instant startedAt,
        Instant assignedAt,
        Instant answeredAt,
        Instant settledAt,
        String state,
        double waitedSeconds,
        double assignedAfterSeconds) {

    static ContactResponse from(Contact contact, Interval interval) {
        return new ContactResponse(
                contact.contactId(),
                contact.conversationId(),
                contact.customerId(),
                contact.reopened() ? "reopened" : "opened",
                contact.channel(),
                contact.channelKind(),
                contact.startedAt(),
                known(contact.assignedAt(), interval),
                known(contact.answeredAt(), interval),
                known(contact.settledAt(), interval),
                contact.stateIn(interval).name().toLowerCase(Locale.ROOT),
                seconds(contact.waited(interval)),
                seconds(contact.waitedForAssignment(interval)));
    }

    private static Instant known(Instant at, Interval interval) {
        return interval.isKnown(at) ? at : null;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
