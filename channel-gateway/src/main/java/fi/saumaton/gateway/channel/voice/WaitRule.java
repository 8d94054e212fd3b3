/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The wait to tell callers: within which four out of five of those answered lately were answered. Nothing is told when fewer than five were: a figure from
 * less would be made up.
 */
final class WaitRule {
    /** Calls. */
    static final int FEWEST = 5;

    private static final int SHARE_PERCENT = 80;

    private WaitRule() {}

    static Optional<Duration> usual(List<Duration> waits) {
        if (waits.size() < FEWEST) {
            return Optional.empty();
        }
        int place = Math.ceilDiv(waits.size() * SHARE_PERCENT, 100) - 1;
        return Optional.of(waits.stream().sorted().toList().get(place));
    }
}
