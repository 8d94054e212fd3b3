/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Duration;

/** Why a page did not come. The message is for people, and names no person and no secret. */
public final class SourceTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int CONFLICT = 409;

    private final boolean passes;
    private final int status;
    private final Duration retryAfter;

    private SourceTrouble(String message, boolean passes, int status, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.passes = passes;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The system asks to wait. */
    public static SourceTrouble limited(Duration retryAfter) {
        return new SourceTrouble("The system asks us to wait.", true, 0, retryAfter, null);
    }

    /** It does not answer, or not as it should; it may later. */
    public static SourceTrouble away(String message, Throwable cause) {
        return new SourceTrouble(message, true, 0, null, cause);
    }

    /** It will not answer otherwise before somebody changes something. */
    public static SourceTrouble refused(String message) {
        return new SourceTrouble(message, false, 0, null, null);
    }

    /** The same, by an answer of that status. */
    static SourceTrouble refused(String message, int status) {
        return new SourceTrouble(message, false, status, null, null);
    }

    /** What we wanted to change there has changed meanwhile. */
    public static SourceTrouble changedMeanwhile() {
        return refused("It has changed there meanwhile (409).", CONFLICT);
    }

    /** Whether waiting helps. */
    public boolean passes() {
        return passes;
    }

    /** What we wanted to change there has changed meanwhile. */
    public boolean overtaken() {
        return status == CONFLICT;
    }

    /** It is the one record that is refused, and neither we nor all of them. */
    public boolean ofRecord() {
        return status == 400 || status == 404 || status == 422;
    }

    /** How long the system asks to wait; null when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
