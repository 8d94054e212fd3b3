/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opening hours on some days of the week, by the company's clock.
 *
 * @param from the first open minute
 * @param to the first closed one; midnight stands for the end of the day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final int LOOK_AHEAD_DAYS = 8;

    public Hours {
        days = new TreeSet<>(days);
    }

    private boolean open(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean ended = !to.equals(LocalTime.MIDNIGHT) && !time.isBefore(to);
        return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && !ended;
    }

    /** No hours at all means always open. */
    static boolean open(List<Hours> hours, ZoneId zone, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return hours.isEmpty() || hours.stream().anyMatch(each -> each.open(local));
    }

    /** When it next opens or closes; null when it never does. */
    static Instant nextChange(List<Hours> hours, ZoneId zone, Instant at) {
        ZonedDateTime today = at.atZone(zone).toLocalDate().atStartOfDay(zone);
        Instant next = null;
        for (int day = 0; day <= LOOK_AHEAD_DAYS; day++) {
            for (Hours each : hours) {
                for (LocalTime edge : List.of(each.from, each.to)) {
                    ZonedDateTime moment = today.plusDays(edge.equals(LocalTime.MIDNIGHT) ? day + 1 : day)
                            .with(edge);
                    Instant change = moment.toInstant();
                    if (change.isAfter(at) && (next == null || change.isBefore(next))) {
                        next = change;
                    }
                }
            }
        }
        return next;
    }
}
