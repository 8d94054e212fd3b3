/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/** Promises for tests. A Friday morning in Helsinki; promised is Monday from ten to twelve. */
final class Promised {
    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    static final Instant MADE = Instant.parse("2026-11-20T07:00:00Z");
    static final Window MONDAY =
            new Window(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T10:00:00Z"));
    static final UUID CONVERSATION = UUID.fromString("0199c0de-0002-7000-8000-000000000002");
    static final UUID PROMISING = UUID.fromString("0199c0de-0010-7000-8000-000000000010");
    static final Party JENNI = new Party(Party.AGENT, "jenni", "Jenni");
    static final Party SAMI = new Party(Party.AGENT, "sami", "Sami");
    static final WorkingCalendar OFFICE = office();

    private Promised() {}

    private static WorkingCalendar office() {
        Hours day = new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0));
        return new WorkingCalendar(
                HELSINKI,
                Map.of(
                        DayOfWeek.MONDAY,
                        day,
                        DayOfWeek.TUESDAY,
                        day,
                        DayOfWeek.WEDNESDAY,
                        day,
                        DayOfWeek.THURSDAY,
                        day,
                        DayOfWeek.FRIDAY,
                        day),
                Set.of());
    }

    static Commitment what(PromiseKind kind) {
        return new Commitment(
                "own",
                kind,
                "We call you back",
                MONDAY,
                UUID.randomUUID(),
                null,
                CONVERSATION,
                PROMISING,
                "phone",
                "phone:+358401234567",
                "fi",
                "support",
                JENNI,
                MADE,
                null);
    }

    static Promise of(PromiseKind kind) {
        return Promise.made(UUID.randomUUID(), what(kind), JENNI, deadlines(), false);
    }

    static Deadlines deadlines() {
        return Deadlines.of(MADE, MONDAY.until(), Duration.ofHours(4), Duration.ofHours(4), OFFICE);
    }

    static Evidence call(Instant at) {
        return new Evidence("call", at, "call-1", "settled", JENNI, at);
    }
}
