/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Set;

/** Something that agents have and work may ask for: what both sides are found by. */
sealed interface Trait {

    /** To be one of those who take a queue's work, or of a team. */
    record Pool(String name) implements Trait {
        static Pool queue(String name) {
            return new Pool(("queue:" + name).intern());
        }

        static Pool team(String name) {
            return new Pool(("team:" + name).intern());
        }
    }

    /** To be one of those who have exactly the same pools. */
    record Group(Set<String> queues, String team) implements Trait {}

    /** To have a skill, however well. */
    record Skill(String name) implements Trait {}

    /** To master a skill exactly so well. */
    record Mastery(String skill, int level) implements Trait {}

    record Language(String code) implements Trait {}
}
