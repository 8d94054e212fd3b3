/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

/** What can happen to a promise. */
public enum PromiseStep {
    /** A draft is confirmed by a person. */
    CONFIRM,
    /** Time: it is due soon, and a named person hears of it. */
    REMIND,
    /** Time: it runs out, and the customer is told. */
    TELL,
    /** Time: the window is over. */
    PASS,
    /** Evidence of a contact within the window. */
    KEEP,
    /** Evidence of a contact after the window. */
    KEEP_LATE,
    /** Time, or somebody admits it: it was not kept. */
    BREAK,
    /** The customer asks for another time. */
    MOVE,
    /** The customer needs it no more; or a draft is dropped. */
    CANCEL,
    /** Somebody else owns it from now on. */
    HAND_OVER,
    /** Somebody tried, and reached nobody. */
    TRY
}
