/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolationException;

/** A broken rule of the input, in the shape that JAX-RS endpoints answer with too. */
record Violation(String field, String in, String message) {

    private static final String BODY = "body";

    static List<Violation> of(ConstraintViolationException broken) {
        return broken.getConstraintViolations().stream()
                .map(one -> new Violation(one.getPropertyPath().toString(), BODY, one.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }
}
