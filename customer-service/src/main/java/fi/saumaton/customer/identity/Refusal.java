/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Arrays;

/** Why evidence that two handles are of one person is not followed. */
public enum Refusal {
    /** Both sides have a number that one person has only one of, and the numbers differ. */
    DIFFERENT_PEOPLE("different-people"),
    /** Somebody has said that they are different people. */
    MARKED_DIFFERENT("marked-different"),
    /** The handle is used by several people, equally proven: it tells none of them. */
    SHARED_HANDLE("shared-handle"),
    /** The customer would have more handles than a person has. */
    TOO_MANY_HANDLES("too-many-handles"),
    /** So many people use the handle that it is no longer looked at. */
    WORN_HANDLE("worn-handle");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }

    /** Null for null. */
    static Refusal of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst()
                .orElse(null);
    }
}
