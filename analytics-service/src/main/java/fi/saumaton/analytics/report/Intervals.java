/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.kit.web.Problem;

/** Reads the interval of a report: instants, or days of the company's calendar. */
@ApplicationScoped
class Intervals {

    private final ReportConfig config;
    private final Clock clock;

    Intervals(ReportConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * The interval; without a beginning from the start of today, without an end one day long. {@code asOf} is now unless an
     * earlier moment is given.
     */
    Interval read(IntervalParameters given) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant start =
                given.from == null ? startOf(LocalDate.ofInstant(now, config.timeZone())) : instant("from", given.from);
        Instant end = given.to == null ? nextDay(start) : instant("to", given.to);
        Instant moment = given.asOf == null ? now : instant("asOf", given.asOf);
        check(start, end);
        return new Interval(start, end, moment.isAfter(now) ? now : moment);
    }

    private void check(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw refused("The interval must begin before it ends.");
        }
        if (start.atZone(config.timeZone())
                .plus(config.longestInterval())
                .toInstant()
                .isBefore(end)) {
            throw refused("The interval is longer than what is reported at once.")
                    .with("longest", config.longestInterval().toString());
        }
    }

    private Instant instant(String name, String text) {
        try {
            return text.length() == "2026-11-22".length()
                    ? startOf(LocalDate.parse(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused("Give " + name
                            + " as a day (2026-11-22) or as an instant (2026-11-22T08:00:00Z; write a plus as %2B).")
                    .with("parameter", name);
        }
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(config.timeZone()).toInstant();
    }

    private Instant nextDay(Instant start) {
        return start.atZone(config.timeZone()).plusDays(1).toInstant();
    }

    private static Problem refused(String detail) {
        return new Problem(ReportProblem.INVALID_INTERVAL, detail);
    }
}
