/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;

/**
 * What a provider allows, kept by us before it has to refuse.
 *
 * @param perSecond messages of the whole account, over all replicas; 0: no limit
 * @param burst messages that may go at once after a quiet time; at least 1
 * @param recipientGap between two messages to the same person; zero: none
 */
public record Rates(double perSecond, int burst, Duration recipientGap) {
    private static final Rates NONE = new Rates(0, 1, Duration.ZERO);

    public static Rates none() {
        return NONE;
    }
}
