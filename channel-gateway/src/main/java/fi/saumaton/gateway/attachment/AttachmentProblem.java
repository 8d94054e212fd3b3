/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import fi.saumaton.kit.web.ProblemType;

/** What a client can meet when it wants a file. */
public enum AttachmentProblem implements ProblemType {
    /** It is still being fetched from the provider. */
    PENDING("attachment-pending", 409),
    /** The provider no longer has it, or never let it go. */
    LOST("attachment-lost", 410);

    private final String slug;
    private final int status;

    AttachmentProblem(String slug, int status) {
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
