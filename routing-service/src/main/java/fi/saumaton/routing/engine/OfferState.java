/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** The life of an offer. */
public enum OfferState {
    PENDING,
    ACCEPTED,
    DECLINED,
    TIMED_OUT,
    RESCINDED;

    @Override
    public String toString() {
        return Names.wire(this);
    }
}
