/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import fi.saumaton.kit.web.ProblemType;

/** Why a candidate was not decided. */
enum CandidateProblem implements ProblemType {
    DECIDED("candidate-decided", 409),
    NOT_ENOUGH_PEOPLE("not-enough-people", 409);

    private final String slug;
    private final int status;

    CandidateProblem(String slug, int status) {
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
