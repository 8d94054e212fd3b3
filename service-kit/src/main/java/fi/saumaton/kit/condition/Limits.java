/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.time.Duration;

/**
 * What one condition may cost. Regular expressions need no limit: they run in linear time (RE2).
 *
 * @param length of the text, in characters
 * @param depth of nesting
 * @param steps sub-expressions evaluated; a step costs well under a microsecond once the code is warm
 * @param time from the beginning of one evaluation
 */
public record Limits(int length, int depth, int steps, Duration time) {
    /** Enough for every question that one can read; stops loops over loops over loops. */
    public static final Limits USUAL = new Limits(2_000, 32, 50_000, Duration.ofMillis(200));
}
