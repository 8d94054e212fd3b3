/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.Locale;

/** What others are told of a promise; the last part of the event's type. */
enum Happening {
    MADE,
    DUE_SOON,
    RUNNING_OUT,
    LATE,
    KEPT,
    BROKEN,
    MOVED,
    CANCELLED,
    HANDED_OVER;

    String type() {
        return "fi.saumaton.promise." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }
}
