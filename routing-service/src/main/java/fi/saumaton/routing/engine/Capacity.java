/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Map;
import java.util.Set;

/**
 * How much an agent carries at a time. Each piece of work that is offered, or assigned with a reply due, takes the weight
 * of its channel kind; work whose customer is silent takes nothing.
 *
 * @param total what all the work at a time may weigh
 * @param weights weight by channel kind; a kind without one weighs 1
 * @param interruptible kinds that may wait while something else is done: they take what the others leave, and are never
 *     in the way of them
 * @param alone kinds that need the whole person: nothing but interruptible work beside them. Unless said otherwise, voice
 */
public record Capacity(int total, Map<String, Integer> weights, Set<String> interruptible, Set<String> alone) {
    private static final Set<String> VOICE = Ordered.of(Set.of("voice"));

    public Capacity {
        weights = Levels.of(weights);
        interruptible = Ordered.of(interruptible);
        alone = alone == null ? VOICE : Ordered.of(alone);
    }

    public Capacity(int total, Map<String, Integer> weights) {
        this(total, weights, Set.of(), null);
    }

    public int weight(String channelKind) {
        Integer weight = weights.get(channelKind);
        return weight == null ? 1 : weight;
    }

    /**
     * Whether one more piece of a kind can be carried.
     *
     * @param most what may be carried at this time, of the total
     */
    boolean fits(String channelKind, Workload work, int most) {
        if (work.alone(this) > 0) {
            return false;
        }
        if (interruptible.contains(channelKind)) {
            return work.weight(this) + weight(channelKind) <= most;
        }
        if (alone.contains(channelKind)) {
            return work.pressing(this) == 0 && weight(channelKind) <= total;
        }
        return work.pressingWeight(this) + weight(channelKind) <= most;
    }
}
