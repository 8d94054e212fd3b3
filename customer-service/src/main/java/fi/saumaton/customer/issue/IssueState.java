/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** open → resolved → closed after some quiet days; a contact reopens a resolved issue, a closed one stays closed. */
enum IssueState {
    OPEN,
    RESOLVED,
    CLOSED;

    /** The name on the wire and in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IssueState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The state at a moment: a resolved issue closes by time alone, whether or not anybody has written that down yet. */
    IssueState at(Instant now, Instant resolvedAt, Duration quietPeriod) {
        return this == RESOLVED && !now.isBefore(resolvedAt.plus(quietPeriod)) ? CLOSED : this;
    }
}
