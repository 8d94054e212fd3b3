/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** Whether an agent takes work. Only who is available is offered any; who is offline is gone, and due work leaves. */
public enum Presence {
    AVAILABLE,
    AWAY,
    OFFLINE;

    public boolean gone() {
        return this == OFFLINE;
    }

    @Override
    public String toString() {
        return Names.wire(this);
    }
}
