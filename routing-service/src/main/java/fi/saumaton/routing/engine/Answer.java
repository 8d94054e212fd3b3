/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/** What became of an input, for whoever waits for it. */
public enum Answer {
    /** Applied, or already so. */
    DONE,
    /** There is no such thing, or not for this agent. */
    NOT_FOUND,
    /** The offer was accepted, declined, timed out or taken back before. */
    OFFER_NOT_PENDING,
    /** The queue named does not exist. */
    UNKNOWN_QUEUE,
    /** Somebody else changed it in between. */
    STALE
}
