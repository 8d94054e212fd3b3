/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a conversation was closed. */
public enum CloseReason {
    RESOLVED("resolved"),
    NO_REPLY_NEEDED("no-reply-needed"),
    SPAM("spam"),
    OTHER("other");

    private final String wire;

    CloseReason(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
