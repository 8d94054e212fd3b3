/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

/** How well two values of a field agree. */
public enum Level {
    EXACT,
    /** One typing error, a lost blank, day and month the other way round. */
    CLOSE,
    /** Much in common: several typing errors, an initial for a name, two of the three parts of a date. */
    SIMILAR,
    DIFFERENT,
    /** One of the two is not known: says nothing. */
    MISSING
}
