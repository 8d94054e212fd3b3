/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import fi.saumaton.kit.web.ProblemType;

/** What a report can be refused for. */
enum ReportProblem implements ProblemType {
    INVALID_INTERVAL("invalid-interval", 422);

    private final String slug;
    private final int status;

    ReportProblem(String slug, int status) {
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
