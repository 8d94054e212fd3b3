/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.util.Locale;

/** What moves in; contacts before the tickets that name them. */
public enum What {
    CONTACTS,
    TICKETS;

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static What of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
