/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who serves.
 *
 * @param id subject of the person's token
 * @param since when the presence began
 * @param idleSince when work last came to or left the agent, or the agent became available; the longest idle goes first
 * @param version counts the changes of the configuration (not of presence); the ETag
 */
public record Agent(
        String id,
        String name,
        Set<String> skills,
        Set<String> languages,
        Set<String> queues,
        Capacity capacity,
        Presence presence,
        String presenceReason,
        Instant since,
        Instant idleSince,
        long version) {

    public Agent {
        skills = new TreeSet<>(skills);
        languages = new TreeSet<>(languages);
        queues = new TreeSet<>(queues);
    }

    public boolean available() {
        return presence == Presence.AVAILABLE;
    }

    /** Whether this agent may take the work of a queue at all, whatever the presence and the load. */
    public boolean serves(Queue queue) {
        return queues.contains(queue.name()) && skills.containsAll(queue.requiredSkills());
    }

    Agent present(Presence presence, String reason, Instant at) {
        Instant idle = presence == Presence.AVAILABLE ? at : idleSince;
        return new Agent(id, name, skills, languages, queues, capacity, presence, reason, at, idle, version);
    }

    Agent idleFrom(Instant at) {
        return new Agent(id, name, skills, languages, queues, capacity, presence, presenceReason, since, at, version);
    }

    Agent named(String name) {
        return new Agent(
                id, name, skills, languages, queues, capacity, presence, presenceReason, since, idleSince, version);
    }

    Agent configured(Input.AgentConfigured by) {
        return new Agent(
                id,
                by.name(),
                by.skills(),
                by.languages(),
                by.queues(),
                by.capacity(),
                presence,
                presenceReason,
                since,
                idleSince,
                version + 1);
    }
}
