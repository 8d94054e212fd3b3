/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemType;

/** What is wrong with a handle that was named. */
public enum HandleProblem implements ProblemType {
    INVALID_HANDLE("invalid-handle", 422);

    private final String slug;
    private final int status;

    HandleProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** Says what it should have been; never what it was, which may be anything. */
    public static Problem invalid(String kind) {
        return new Problem(
                        INVALID_HANDLE,
                        "The value can't be a handle of this kind; it has to be %s.".formatted(HandleRule.form(kind)))
                .with("kind", kind);
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
