/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.web;

import fi.saumaton.kit.web.ProblemType;

/** Refusals of routing's own. */
public enum RoutingProblem implements ProblemType {
    OFFER_NOT_PENDING("offer-not-pending", 409),
    UNKNOWN_QUEUE("unknown-queue", 422);

    private final String slug;
    private final int status;

    RoutingProblem(String slug, int status) {
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
