/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a message of ours asked for or spoke of.
 *
 * @param asked else it was only mentioned
 * @param knownSince when it had been known already; null when it was not
 * @param knownSource who had said so
 */
record Question(
        UUID messageId,
        String kind,
        UUID conversationId,
        UUID customerId,
        String authorType,
        String authorId,
        boolean asked,
        Instant knownSince,
        UUID knownSource,
        Instant askedAt) {
    Question repeats(KnownFact known) {
        return new Question(
                messageId,
                kind,
                conversationId,
                customerId,
                authorType,
                authorId,
                asked,
                known.since(),
                known.source().id(),
                askedAt);
    }
}
