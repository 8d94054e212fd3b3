/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import fi.saumaton.kit.web.ProblemType;

/** Refusals that have to do with promises. */
enum PromiseProblem implements ProblemType {
    IMPOSSIBLE("promise-step-impossible", 409),
    NOBODY("promise-without-person", 422),
    FULL("callback-window-full", 409);

    private final String slug;
    private final int status;

    PromiseProblem(String slug, int status) {
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
