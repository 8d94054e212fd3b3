/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A line of work.
 *
 * @param requiredSkills what an agent must have, all of them
 * @param offerSeconds how long an offer stands
 * @param priority minutes that this queue's work is ahead of other queues' work of the same age
 * @param channels channel kinds whose new work comes here; of several queues the one with the highest priority gets it
 * @param version counts the changes; the ETag
 */
public record Queue(
        String name,
        Set<String> requiredSkills,
        int offerSeconds,
        int priority,
        Set<String> channels,
        QueueRules rules,
        long version) {
    public Queue {
        requiredSkills = Ordered.of(requiredSkills);
        channels = Ordered.of(channels);
        rules = rules == null ? QueueRules.NONE : rules;
    }

    /** What this queue asks of an agent before any ring opens, whatever the customer's language. */
    Needs needs() {
        Map<String, Integer> least = new TreeMap<>();
        requiredSkills.forEach(skill -> least.put(skill, rules.levels().getOrDefault(skill, 1)));
        return new Needs(least, null);
    }

    /** Whether what waits stands where it stood. */
    boolean sameTreatment(Queue other) {
        return priority == other.priority && requiredSkills.equals(other.requiredSkills) && rules.equals(other.rules);
    }

    /** The ring that holds for work that has passed so many; null before the first. */
    Ring ring(int passed) {
        int last = Math.min(passed, rules.rings().size());
        return last == 0 ? null : rules.rings().get(last - 1);
    }
}
