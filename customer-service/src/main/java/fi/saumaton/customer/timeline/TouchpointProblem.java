/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import fi.saumaton.kit.web.ProblemType;

/** Why a back-office entry was refused. */
enum TouchpointProblem implements ProblemType {
    CONFLICT("touchpoint-conflict", 409);

    private final String slug;
    private final int status;

    TouchpointProblem(String slug, int status) {
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
