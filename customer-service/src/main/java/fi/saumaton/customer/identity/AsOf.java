/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Reads the time of a question about what was known then. */
public final class AsOf {
    /** Beyond these years no time is a real one, and the database would refuse some. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private AsOf() {}

    /** Null for null, which means now. */
    public static Instant parse(String text) {
        return parse(text, "asOf");
    }

    /**
     * The same for another question.
     *
     * @param parameter which a problem names
     */
    public static Instant parse(String text, String parameter) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var time = Instant.parse(text);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw unreadable(parameter);
            }
            return time;
        } catch (DateTimeParseException noTime) {
            throw unreadable(parameter);
        }
    }

    private static Problem unreadable(String parameter) {
        return new Problem(CommonProblem.INVALID, "The time must look like 2026-11-20T08:15:30Z.")
                .with("parameter", parameter);
    }
}
