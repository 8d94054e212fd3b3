/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

/** What happened in a conversation that may hold a promise. */
public sealed interface Contact {
    UUID conversationId();

    /** A person or bot of ours wrote. */
    record Ours(UUID conversationId, UUID messageId, Instant at) implements Contact {}

    /** The customer wrote. */
    record Theirs(UUID conversationId, Instant at, boolean thanksOnly) implements Contact {}

    /** A message of ours did not arrive. */
    record Undelivered(UUID conversationId, UUID messageId) implements Contact {}

    /** Somebody ended the conversation with its matter resolved. */
    record Resolved(UUID conversationId, Instant at, Party by) implements Contact {}
}
