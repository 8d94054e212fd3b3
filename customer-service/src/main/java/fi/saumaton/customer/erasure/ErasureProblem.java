/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import fi.saumaton.kit.web.ProblemType;

/** Why nothing can be recorded of a person. */
public enum ErasureProblem implements ProblemType {
    ERASED("customer-erased", 410);

    private final String slug;
    private final int status;

    ErasureProblem(String slug, int status) {
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
