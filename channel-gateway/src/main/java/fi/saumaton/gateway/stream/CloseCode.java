/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

/** Why a socket was closed by us; after each of them the client may come back and resume. */
public enum CloseCode {
    /** This replica stops; another is there. */
    RESTART(1012, "service restart"),
    /** The table cannot be read just now. */
    TRY_AGAIN(1013, "try again later"),
    /** The token's time is over: come back with a fresh one. */
    TOKEN_EXPIRED(4401, "token expired"),
    /** A renewed token belongs to somebody else, or is no good. */
    TOKEN_REFUSED(4403, "token refused"),
    /** It did not take its frames quickly enough. */
    TOO_SLOW(4408, "too slow, resume");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }
}
