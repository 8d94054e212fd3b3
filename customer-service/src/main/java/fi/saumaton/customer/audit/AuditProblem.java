/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import fi.saumaton.kit.web.ProblemType;

/** Why personal data is not shown. */
enum AuditProblem implements ProblemType {
    PURPOSE_REQUIRED("purpose-required", 422);

    private final String slug;
    private final int status;

    AuditProblem(String slug, int status) {
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
