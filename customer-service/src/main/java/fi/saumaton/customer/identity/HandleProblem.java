/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

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

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
