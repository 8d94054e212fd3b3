/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Locale;

/** Why a contact is about an issue; the first five are the rules, in the order in which they are asked. */
enum Ground {
    /** It goes on in a conversation that is about the issue already. */
    THREAD,
    /** It names the reference of the issue, or of a conversation about it. */
    REFERENCE,
    /** It names a number that the issue is about: an order's, an invoice's. */
    NUMBER,
    /** It speaks of the same things. */
    TOPIC,
    /** The customer was in contact about the issue only just before, and does not speak of other things. */
    RECENT,
    /** None of these: a new issue. */
    NEW;

    /** The name on the wire and in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ground of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
