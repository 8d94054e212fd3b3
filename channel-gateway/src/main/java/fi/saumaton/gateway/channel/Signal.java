/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/**
 * Something to show the customer that is no message.
 *
 * @param lastMessageId provider's id of the customer's last message, which some providers want named; null when they have written none
 */
public record Signal(Kind kind, Handle to, String lastMessageId) {
    /** What is shown. */
    public enum Kind {
        TYPING,
        TYPING_STOPPED,
        READ
    }
}
