/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Set;

/**
 * What becomes easier for work that has waited some time. A ring says all that holds from then on, not what it adds to
 * the one before.
 *
 * @param afterSeconds how long the work has been without an agent
 * @param lowerLevels by how much every level asked for is lowered; what falls to 0 is not asked for any more
 * @param anyLanguage the customer's language is not required any more
 * @param alsoQueues whose agents may take it, too
 * @param alsoTeams whose members may take it, too
 * @param moveTo the queue into which it goes over; null to stay
 */
public record Ring(
        int afterSeconds,
        int lowerLevels,
        boolean anyLanguage,
        Set<String> alsoQueues,
        Set<String> alsoTeams,
        String moveTo) {
    public Ring {
        alsoQueues = Ordered.of(alsoQueues);
        alsoTeams = Ordered.of(alsoTeams);
    }
}
