/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.edge.TokenBucket.Verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TokenBucketTest {
    private static final long START = 1_000_000;

    private static long after(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void theBurstPassesAndThenNothing() {
        var bucket = new TokenBucket(3, 2, START);

        assertEquals(new Verdict(true, 2, 0, 1), bucket.take(START));
        assertTrue(bucket.take(START).allowed());
        assertEquals(new Verdict(true, 0, 1, 2), bucket.take(START));
        assertEquals(new Verdict(false, 0, 1, 2), bucket.take(START));
    }

    @Test
    void itFillsWithTimeUpToTheBurst() {
        var bucket = new TokenBucket(3, 2, START);
        for (int i = 0; i < 3; i++) {
            bucket.take(START);
        }

        assertFalse(bucket.take(after(499)).allowed());
        assertTrue(bucket.take(after(500)).allowed());
        assertFalse(bucket.take(after(500)).allowed());
        assertEquals(2, bucket.take(after(60_000)).remaining());
    }

    @Test
    void aClockThatStepsBackGivesNothingAway() {
        var bucket = new TokenBucket(1, 1, START);
        bucket.take(START);

        assertFalse(bucket.take(START - TimeUnit.HOURS.toNanos(1)).allowed());
    }
}
