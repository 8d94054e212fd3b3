/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import fi.saumaton.kit.web.ProblemType;

/** What a chat widget can meet. */
enum WebchatProblem implements ProblemType {
    /** The shop's token does not prove anything. */
    SHOP_TOKEN_REFUSED("shop-token-refused", 401);

    private final String slug;
    private final int status;

    WebchatProblem(String slug, int status) {
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
