/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Locale;

/** The one spelling of enum constants on the wire, in the database and in the API: {@code TIMED_OUT} is {@code timed-out}. */
final class Names {
    private Names() {}

    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
