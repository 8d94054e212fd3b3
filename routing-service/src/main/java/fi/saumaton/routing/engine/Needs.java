/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an agent must have for a piece of work.
 *
 * @param skills the least level of each skill
 * @param language the language that must be spoken; null when any will do
 */
record Needs(Map<String, Integer> skills, String language) {
    Needs {
        skills = Levels.of(skills);
    }

    boolean metBy(Agent agent) {
        if (language != null && !agent.languages().contains(language)) {
            return false;
        }
        for (Map.Entry<String, Integer> need : skills.entrySet()) {
            if (agent.level(need.getKey()) < need.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** All levels lower by so many; a skill that falls to 0 is not needed any more. */
    Needs lowered(int by, boolean anyLanguage) {
        Map<String, Integer> less = new TreeMap<>();
        skills.forEach((skill, level) -> {
            if (level > by) {
                less.put(skill, level - by);
            }
        });
        return new Needs(less, anyLanguage ? null : language);
    }

    /** With the higher level of what both need. */
    Needs and(Map<String, Integer> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, Integer> both = new TreeMap<>(skills);
        more.forEach((skill, level) -> both.merge(skill, level, Math::max));
        return new Needs(both, language);
    }
}
