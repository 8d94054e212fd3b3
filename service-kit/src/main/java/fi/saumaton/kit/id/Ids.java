/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.id;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 (RFC 9562): they sort by the time they were made, and within one process strictly in the order they were made.
 * They are no secrets: whoever knows one can guess when its neighbours were made.
 */
public final class Ids {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = 0xFFF;
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    /** Milliseconds and a 12-bit counter; it runs ahead of the clock when more than 4,096 are made in a millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id, greater than all this process made before. */
    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> COUNTER_BITS) << 16 | VERSION_7 | (tick & COUNTER_MASK);
        long low = VARIANT | (ThreadLocalRandom.current().nextLong() & RANDOM_MASK);
        return new UUID(high, low);
    }
}
