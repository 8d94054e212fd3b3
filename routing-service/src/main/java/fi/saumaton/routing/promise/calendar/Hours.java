/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.calendar;

import java.time.LocalTime;

/** When work begins and ends on a day of the week. */
public record Hours(LocalTime from, LocalTime to) {
    public Hours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Work begins before it ends: " + from + "–" + to);
        }
    }

    /** Reads {@code 08:00-16:00}. */
    public static Hours parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("Hours are written as 08:00-16:00");
        }
        return new Hours(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
    }
}
