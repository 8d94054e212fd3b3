/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the work of a queue is treated, beyond who takes it.
 *
 * @param levels the least level of required skills, 1 to 5; 1 when not said
 * @param languageRequired only who speaks the customer's language, until a ring says otherwise
 * @param rings what becomes easier with time, the first to open first
 * @param split share of the new work, in percent, that goes to other queues, by their names
 * @param hours when it is served; none means always
 * @param closedTo the queue that gets the new work while this one is closed; null to keep it
 * @param wrapUpSeconds how long an agent finishes a contact that has ended before the next offer
 * @param replyWithinSeconds how long a reply may be due before the work goes to somebody else; 0 for ever
 * @param targetSeconds within which the work should be taken
 * @param targetPercent of which share of the work that is expected
 * @param emergency nobody is spared this work, however hard
 */
public record QueueRules(
        Map<String, Integer> levels,
        boolean languageRequired,
        List<Ring> rings,
        Map<String, Integer> split,
        List<Hours> hours,
        String closedTo,
        int wrapUpSeconds,
        int replyWithinSeconds,
        Integer targetSeconds,
        Integer targetPercent,
        boolean emergency) {
    /** What holds when nothing is said. */
    public static final QueueRules NONE = new QueueRules(null, false, null, null, null, null, 0, 0, null, null, false);

    private static final int USUAL_TARGET_SECONDS = 120;
    private static final int USUAL_TARGET_PERCENT = 80;

    public QueueRules {
        levels = Levels.of(levels);
        rings = rings == null
                ? List.of()
                : rings.stream()
                        .sorted(Comparator.comparingInt(Ring::afterSeconds))
                        .toList();
        split = Levels.of(split);
        hours = hours == null ? List.of() : List.copyOf(hours);
        targetSeconds = targetSeconds == null ? USUAL_TARGET_SECONDS : targetSeconds;
        targetPercent = targetPercent == null ? USUAL_TARGET_PERCENT : targetPercent;
    }
}
