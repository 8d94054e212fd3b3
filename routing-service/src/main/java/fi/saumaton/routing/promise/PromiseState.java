/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.Locale;

/** Where a promise stands; {@code draft → open → due soon → kept · late → kept late · broken · moved · cancelled}. */
public enum PromiseState {
    DRAFT,
    OPEN,
    DUE_SOON,
    LATE,
    KEPT,
    KEPT_LATE,
    BROKEN,
    MOVED,
    CANCELLED;

    /** Whether somebody still owes it. A draft binds nobody yet. */
    public boolean live() {
        return this == OPEN || this == DUE_SOON || this == LATE;
    }

    /** Whether nothing can happen to it any more. */
    public boolean ended() {
        return !live() && this != DRAFT;
    }

    /** As in the contract and the table: {@code due-soon}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
