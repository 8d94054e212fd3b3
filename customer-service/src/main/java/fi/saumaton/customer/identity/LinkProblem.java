/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import fi.saumaton.kit.web.ProblemType;

/** Why people were not linked, or not parted. */
enum LinkProblem implements ProblemType {
    REFUSED("link-refused", 409),
    SAME("already-one", 409),
    NO_PART("no-part-of-customer", 422);

    private final String slug;
    private final int status;

    LinkProblem(String slug, int status) {
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
