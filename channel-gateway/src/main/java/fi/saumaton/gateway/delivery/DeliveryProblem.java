/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import fi.saumaton.kit.web.ProblemType;

/** Why an answer cannot go out as it is. */
enum DeliveryProblem implements ProblemType {
    /** The channel has no such thing: templates, choices, files of this class. */
    NOT_IN_THIS_CHANNEL("not-in-this-channel", 422),
    /** The customer has not written for too long: the provider takes no free text any more. */
    REPLY_WINDOW_CLOSED("reply-window-closed", 409);

    private final String slug;
    private final int status;

    DeliveryProblem(String slug, int status) {
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
