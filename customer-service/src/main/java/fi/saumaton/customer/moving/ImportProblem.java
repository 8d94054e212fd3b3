/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import fi.saumaton.kit.web.ProblemType;

/** Why an import can't be changed. */
enum ImportProblem implements ProblemType {
    STATE("import-state", 409);

    private final String slug;
    private final int status;

    ImportProblem(String slug, int status) {
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
