/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

/** The signal that makes a program end in good order. */
public enum StopSignal {
    /** Most programs. */
    TERM,
    /** PostgreSQL's fast shutdown: it does not wait for its clients to leave. */
    INT
}
