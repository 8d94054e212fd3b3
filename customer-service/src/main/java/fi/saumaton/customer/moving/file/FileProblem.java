/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import fi.saumaton.kit.web.ProblemType;

/** Why a part of a file was refused. */
enum FileProblem implements ProblemType {
    OTHER_PLACE("import-file-other-place", 409);

    private final String slug;
    private final int status;

    FileProblem(String slug, int status) {
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
