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
    private AsOf() {}

    /** Null for null, which means now. */
    public static Instant parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new Problem(CommonProblem.INVALID, "The time must look like 2026-11-20T08:15:30Z.")
                    .with("parameter", "asOf");
        }
    }
}
