/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** The life of a work item: waiting → offered → assigned → done, or withdrawn when the customer's matter ends first. */
public enum ItemState {
    WAITING,
    OFFERED,
    ASSIGNED,
    DONE,
    WITHDRAWN;

    public boolean ended() {
        return this == DONE || this == WITHDRAWN;
    }

    @Override
    public String toString() {
        return Names.wire(this);
    }
}
