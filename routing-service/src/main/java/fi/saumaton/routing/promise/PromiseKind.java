/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.Locale;

/** What is promised. */
public enum PromiseKind {
    /** We call. */
    CALL_BACK,
    /** We write, with an answer. */
    REPLY,
    /** We meet, or come by. */
    MEETING,
    /** Something arrives, is repaired or refunded. */
    DELIVERY,
    /** Anything else that is told to the customer with a time. */
    OTHER;

    /** Whether a written conversation can be the evidence; what happens elsewhere has to be told by who did it. */
    boolean keptInWriting() {
        return this == CALL_BACK || this == REPLY || this == OTHER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
