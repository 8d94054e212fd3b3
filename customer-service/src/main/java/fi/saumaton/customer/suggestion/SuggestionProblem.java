/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import fi.saumaton.kit.web.ProblemType;

/** What can be refused about suggestions. */
enum SuggestionProblem implements ProblemType {
    ALREADY_ANSWERED("suggestion-already-answered", 409);

    private final String slug;
    private final int status;

    SuggestionProblem(String slug, int status) {
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
