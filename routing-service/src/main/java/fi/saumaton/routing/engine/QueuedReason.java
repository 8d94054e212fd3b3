/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** Why a work item waits. */
public enum QueuedReason {
    NEW,
    REOPENED,
    CUSTOMER_WROTE,
    DECLINED,
    TIMED_OUT,
    AGENT_GONE,
    TRANSFERRED,
    /** Whoever had it did not reply in time. */
    REPLY_LATE,
    /** It waited too long in another queue. */
    OVERFLOWED;

    @Override
    public String toString() {
        return Names.wire(this);
    }
}
