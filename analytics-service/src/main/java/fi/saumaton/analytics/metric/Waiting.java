/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * Waiting times in seconds, exact to the millisecond (each time is cut to whole milliseconds before anything is counted).
 * Of no contacts there are no times: all but the count are null then. Percentiles are by nearest rank: a time that a
 * customer did wait.
 */
public record Waiting(long count, Double average, Double median, Double p90, Double longest) {

    private static final Waiting NONE = new Waiting(0, null, null, null, null);
    private static final int MEDIAN = 50;
    private static final int NINETIETH = 90;

    public static Waiting of(Collection<Duration> times) {
        long[] sorted = times.stream().mapToLong(Duration::toMillis).sorted().toArray();
        return sorted.length == 0
                ? NONE
                : ofMillis(
                        sorted.length,
                        Arrays.stream(sorted).sum(),
                        nearestRank(sorted, MEDIAN),
                        nearestRank(sorted, NINETIETH),
                        sorted[sorted.length - 1]);
    }

    /** From figures that a database has made of the same milliseconds. */
    public static Waiting ofMillis(long count, long sum, long median, long p90, long longest) {
        return count == 0
                ? NONE
                : new Waiting(count, seconds(roundedMean(sum, count)), seconds(median), seconds(p90), seconds(longest));
    }

    private static long nearestRank(long[] sorted, int percent) {
        return sorted[Math.toIntExact((sorted.length * (long) percent + 99) / 100) - 1];
    }

    private static long roundedMean(long sum, long count) {
        return Math.floorDiv(2 * sum + count, 2 * count);
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
