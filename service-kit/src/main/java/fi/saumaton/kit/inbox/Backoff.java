/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;

/** Pauses between attempts for as long as something is away: each twice as long, up to ten seconds. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    /** The pause after so many failed attempts, counted from 1. */
    static Duration after(int failures) {
        long millis = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        return Duration.ofMillis(Math.min(millis, LONGEST.toMillis()));
    }
}
