/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much an agent carries at a time. Each piece of work that is offered, or assigned with a reply due, takes the weight
 * of its channel kind; work whose customer is silent takes nothing.
 *
 * @param total what all the work at a time may weigh
 * @param weights weight by channel kind; a kind without one weighs 1
 */
public record Capacity(int total, Map<String, Integer> weights) {
    public Capacity {
        weights = new TreeMap<>(weights);
    }

    public int weight(String channelKind) {
        return weights.getOrDefault(channelKind, 1);
    }
}
