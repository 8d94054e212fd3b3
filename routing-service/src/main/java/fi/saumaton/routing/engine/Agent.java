/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who serves.
 *
 * @param id subject of the person's token
 * @param skillLevels how well the skills are mastered, 1 to 5; one without a level counts 3
 * @param team a queue's rings may widen to it; null when in none
 * @param since when the presence began
 * @param idleSince when work last came to or left the agent, or the agent became available; the longest idle goes first
 * @param version counts the changes of the configuration (not of presence); the ETag
 */
public record Agent(
        String id,
        String name,
        Set<String> skills,
        Map<String, Integer> skillLevels,
        Set<String> languages,
        Set<String> queues,
        String team,
        Capacity capacity,
        Presence presence,
        String presenceReason,
        Instant since,
        Instant idleSince,
        Strain strain,
        long version) {
    /** What a skill counts whose level nobody has said. */
    public static final int USUAL_LEVEL = 3;

    /** The best level of a skill. */
    public static final int MOST_LEVEL = 5;

    public Agent {
        skills = Ordered.of(skills);
        skillLevels = Levels.of(skillLevels);
        languages = Ordered.of(languages);
        queues = Ordered.of(queues);
        strain = strain == null ? Strain.NONE : strain;
    }

    public boolean available() {
        return presence == Presence.AVAILABLE;
    }

    /** How well a skill is mastered; 0 when not at all. */
    public int level(String skill) {
        Integer level = skillLevels.get(skill);
        if (level == null) {
            level = USUAL_LEVEL;
        }
        return skills.contains(skill) ? Math.min(MOST_LEVEL, level) : 0;
    }

    /** Whether this agent may take the new work of a queue at all, whatever the presence and the load. */
    public boolean serves(Queue queue) {
        return queues.contains(queue.name()) && queue.needs().metBy(this);
    }

    /** What may be carried at this time. */
    int allowance() {
        return strain.allowance() == null ? capacity.total() : Math.min(strain.allowance(), capacity.total());
    }

    boolean wrappingUp() {
        return strain.wrapUpUntil() != null;
    }

    boolean recovering() {
        return strain.recoversUntil() != null;
    }

    /** The moment by which agents are in turn, the earliest first: idle since then, as hard contacts are counted. */
    Instant restedSince() {
        Instant strained = strain.strainedUntil();
        return strained == null || strained.isBefore(idleSince) ? idleSince : strained;
    }

    Agent present(Presence presence, String reason, Instant at) {
        Instant idle = presence == Presence.AVAILABLE ? at : idleSince;
        return new Agent(
                id,
                name,
                skills,
                skillLevels,
                languages,
                queues,
                team,
                capacity,
                presence,
                reason,
                at,
                idle,
                strain,
                version);
    }

    Agent idleFrom(Instant at) {
        return with(strain, at);
    }

    Agent with(Strain strain) {
        return with(strain, idleSince);
    }

    private Agent with(Strain strain, Instant idle) {
        return new Agent(
                id,
                name,
                skills,
                skillLevels,
                languages,
                queues,
                team,
                capacity,
                presence,
                presenceReason,
                since,
                idle,
                strain,
                version);
    }

    Agent named(String name) {
        return new Agent(
                id,
                name,
                skills,
                skillLevels,
                languages,
                queues,
                team,
                capacity,
                presence,
                presenceReason,
                since,
                idleSince,
                strain,
                version);
    }

    Agent configured(Input.AgentConfigured by) {
        return new Agent(
                id,
                by.name(),
                by.skills(),
                by.skillLevels(),
                by.languages(),
                by.queues(),
                by.team(),
                by.capacity(),
                presence,
                presenceReason,
                since,
                idleSince,
                strain,
                version + 1);
    }
}
