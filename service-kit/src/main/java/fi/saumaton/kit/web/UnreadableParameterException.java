/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import jakarta.ws.rs.WebApplicationException;

/** A query parameter is not what it should be. */
final class UnreadableParameterException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final Violation violation;

    UnreadableParameterException(String parameter, String expected) {
        super(CommonProblem.INVALID.status());
        this.violation = new Violation(parameter, "query", "must be " + expected);
    }

    Violation violation() {
        return violation;
    }
}
