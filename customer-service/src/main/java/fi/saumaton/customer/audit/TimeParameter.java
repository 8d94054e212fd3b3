/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** A moment in a query parameter. */
public final class TimeParameter {
    private TimeParameter() {}

    /** Null when there is none. */
    public static Instant read(String text, String parameter) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(CommonProblem.INVALID, "A time must be like 2026-11-01T00:00:00Z.")
                    .with("parameter", parameter);
        }
    }
}
