/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the company says about one of its channels.
 *
 * @param hidden the channel is not offered to anybody
 * @param hours null: always open
 * @param answerWithin what is promised for the first answer; null: nothing
 * @param humans people answer here while it is open
 * @param whenLate what customers are told when the promise will not be kept
 * @param alternatives other channels to offer instead, the best first
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelPolicy(
        boolean hidden,
        OpeningHours hours,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration answerWithin,
        boolean humans,
        WhenLate whenLate,
        List<String> alternatives) {
    static final ChannelPolicy NONE = new ChannelPolicy(false, null, null, true, WhenLate.SHOW_WAIT, List.of());

    ChannelPolicy {
        whenLate = whenLate == null ? WhenLate.SHOW_WAIT : whenLate;
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    }

    /** What is done before somebody is disappointed. */
    enum WhenLate {
        /** The real wait is shown. */
        SHOW_WAIT,
        /** The real wait, and the alternatives. */
        OFFER_ALTERNATIVES,
        /** The channel is not offered until it can keep its word. */
        HIDE
    }

    /**
     * What a customer may expect now.
     *
     * @param offered the channel is to be shown
     * @param open somebody is there
     * @param opensAt when it opens next; null while it is open, or when nobody knows
     * @param closesAt when it closes; null while it is closed, or when it never does
     * @param typicalWait how long customers have waited for their first answer lately; null when nobody has
     * @param late the wait is longer than what is promised
     * @param alternatives other channels that can be had now, the best first
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Availability(
            boolean offered,
            boolean open,
            Instant opensAt,
            Instant closesAt,
            boolean humans,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration answerWithin,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration typicalWait,
            boolean late,
            List<String> alternatives) {}

    boolean isOpen(Instant now) {
        return hours == null || hours.isOpen(now);
    }

    /** {@code others}: of the alternatives, those that are open and not hidden. */
    Availability availability(Instant now, Duration typicalWait, List<String> others) {
        boolean open = isOpen(now);
        boolean late = open && answerWithin != null && typicalWait != null && typicalWait.compareTo(answerWithin) > 0;
        boolean offered = !hidden && !(late && whenLate == WhenLate.HIDE);
        boolean alternativesHelp = !open || !offered || (late && whenLate != WhenLate.SHOW_WAIT);
        return new Availability(
                offered,
                open,
                open || hours == null ? null : hours.opensAfter(now).orElse(null),
                open && hours != null ? hours.closesAfter(now).orElse(null) : null,
                humans,
                answerWithin,
                open ? typicalWait : null,
                late,
                alternativesHelp ? others : List.of());
    }
}
