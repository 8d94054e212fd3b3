/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

/**
 * How sure is sure enough, as probabilities from 0 to 1.
 *
 * @param confirm from here on a pair is shown to a person, to be confirmed or rejected
 * @param automatic from here on no wrong pair is to be expected; far above the other one
 */
public record Thresholds(double confirm, double automatic) {
    public static Thresholds defaults() {
        return new Thresholds(0.8, 0.9999);
    }
}
