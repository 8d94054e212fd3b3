/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * When an input is applied, and what its new ids are made from.
 *
 * @param at the database's clock
 * @param seed the input's own id; ids made while applying it follow from it, so a replay makes the same ones
 */
public record Moment(Instant at, UUID seed) {

    /** A time that somebody else states: never in the future, and in the precision in which it will be kept. */
    static Instant plausible(Instant stated, Instant now) {
        return stated == null || stated.isAfter(now) ? now : stated.truncatedTo(ChronoUnit.MICROS);
    }

    /** Microseconds since 1970: what times are compared by where many are. */
    static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    /** A number from 0 to 99 that follows from the seed: the same whenever the input is applied again. */
    int percent() {
        return (int) Math.floorMod(mix(seed.getMostSignificantBits() ^ mix(seed.getLeastSignificantBits())), 100L);
    }

    /** The n-th id of this moment: laid out as a UUIDv7 (48 bits of milliseconds, then bits mixed from the seed). */
    UUID id(int n) {
        long mixed = mix(seed.getMostSignificantBits() + n) ^ mix(seed.getLeastSignificantBits() - n);
        long high = at.toEpochMilli() << 16 | 0x7000L | mixed >>> 52;
        long low = mix(mixed + n) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
