/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Set;
import java.util.TreeSet;

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
        String name, Set<String> requiredSkills, int offerSeconds, int priority, Set<String> channels, long version) {
    public Queue {
        requiredSkills = new TreeSet<>(requiredSkills);
        channels = new TreeSet<>(channels);
    }
}
