/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.DayOfWeek;
import java.util.Map;

/**
 * How a queue keeps its promises.
 *
 * @param queue its name, or {@link #DEFAULT}
 * @param supervisorId the named person who hears of a promise before it is due
 * @param people how many call customers back at the same time
 * @param minutesEach how long one call-back takes
 * @param windowMinutes how long a window is that customers can pick
 * @param daysAhead how far ahead they can
 * @param hours by day of the week, as {@code 10:00-14:00}; none: the company's
 */
record Plan(
        String queue,
        String supervisorId,
        String supervisorName,
        int people,
        int minutesEach,
        int windowMinutes,
        int daysAhead,
        Map<DayOfWeek, String> hours,
        long version) {
    static final String DEFAULT = "default";

    Party supervisor() {
        return new Party(Party.AGENT, supervisorId, supervisorName);
    }
}
