/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

/**
 * Why a contact is about an issue, with what showed it.
 *
 * @param kind of the number, as {@code order-number}; null for other grounds
 * @param value the reference, the number, the words in common; null where the ground says it all
 */
record Because(Ground ground, String kind, String value) {
    static Because of(Ground ground) {
        return new Because(ground, null, null);
    }

    static Because of(Ground ground, String value) {
        return new Because(ground, null, value);
    }
}
