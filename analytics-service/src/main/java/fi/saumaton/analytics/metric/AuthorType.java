/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Locale;

/** Who said or did something. */
public enum AuthorType {
    CUSTOMER,
    AGENT,
    BOT,
    SYSTEM;

    /** The name on the wire and in the log. */
    public String logName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AuthorType ofLogName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
