/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * Which entries of a timeline are wanted.
 *
 * @param kinds any of these; all when empty
 * @param channel a kind of channel ({@code email}) or one channel ({@code email:support}); null for all
 * @param from the earliest
 * @param to up to, without it
 */
public record TimelineFilter(List<String> kinds, String channel, Instant from, Instant to) {
    /** Most kinds asked for at once. */
    public static final int MAX_KINDS = 20;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Everything. */
    public static final TimelineFilter ALL = new TimelineFilter(List.of(), null, EARLIEST, LATEST);

    /** As a request has it; throws a problem that names the parameter which can't be read. */
    public static TimelineFilter of(List<String> kinds, String channel, String from, String to) {
        return new TimelineFilter(
                kinds == null ? List.of() : kinds.stream().distinct().toList(),
                channel == null || channel.isBlank() ? null : channel,
                time("from", from, EARLIEST),
                time("to", to, LATEST));
    }

    private static Instant time(String parameter, String text, Instant otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var time = Instant.parse(text);
            return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        } catch (DateTimeParseException noTime) {
            throw new Problem(CommonProblem.INVALID, "The time must look like 2026-11-20T08:15:30Z.")
                    .with("parameter", parameter);
        }
    }

    /** {@code email} of {@code email:support}. */
    String channelKind() {
        int colon = channel.indexOf(':');
        return colon < 0 ? channel : channel.substring(0, colon);
    }

    /** The one channel that is asked for; null when any of its kind will do. */
    String oneChannel() {
        return channel.indexOf(':') < 0 ? null : channel;
    }
}
