/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.UUID;

/**
 * A message, as far as facts are concerned.
 *
 * @param ours whether somebody of the company wrote it: then only what was promised counts
 * @param first whether it began the conversation: it tells the language
 */
public record Said(
        UUID messageId,
        UUID customerId,
        UUID conversationId,
        String text,
        boolean ours,
        boolean first,
        String authorType,
        String authorId,
        Instant at) {}
