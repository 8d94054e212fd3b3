/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import fi.saumaton.kit.web.ProblemType;

/** What a client can meet in a conversation. */
public enum ConversationProblem implements ProblemType {
    /** The caller has not the conversation, or no longer. */
    NOT_OWNER("not-owner", 409),
    /** The conversation is closed; the customer's next message opens it again, or another. */
    CONVERSATION_CLOSED("conversation-closed", 409);

    private final String slug;
    private final int status;

    ConversationProblem(String slug, int status) {
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
