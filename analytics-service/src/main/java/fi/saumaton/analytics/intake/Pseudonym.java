/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The log's name for a person who serves: an id that says nothing, always the same for the same person. */
final class Pseudonym {

    private static final int UUID_LENGTH = 36;

    private Pseudonym() {}

    /** The agent's id when it is a UUID, otherwise one made of it: an id may be a login name. */
    static UUID ofAgent(String agentId) {
        if (agentId == null) {
            return null;
        }
        if (agentId.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(agentId);
            } catch (IllegalArgumentException e) {
                return named(agentId);
            }
        }
        return named(agentId);
    }

    private static UUID named(String agentId) {
        return UUID.nameUUIDFromBytes(agentId.getBytes(StandardCharsets.UTF_8));
    }
}
