/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import fi.saumaton.kit.web.ProblemType;

/** Why an issue could not be changed. */
enum IssueProblem implements ProblemType {
    ALREADY_RESOLVED("issue-already-resolved", 409),
    CLOSED("issue-closed", 409),
    ALREADY_JOINED("issues-already-joined", 409),
    OTHER_CUSTOMER("issue-of-another-customer", 409),
    CONTACT_ELSEWHERE("contact-elsewhere", 409);

    private final String slug;
    private final int status;

    IssueProblem(String slug, int status) {
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
