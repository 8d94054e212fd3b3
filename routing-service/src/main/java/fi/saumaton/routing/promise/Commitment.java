/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * What was promised to whom; it never changes.
 *
 * @param organisation whose promise: own, or a partner's
 * @param text in one line, for people to read
 * @param customerId null as long as nobody knows who it is
 * @param messageId the message that made it; it is no evidence of itself
 * @param channel to keep it by, as {@code phone} or {@code email:support}
 * @param handle where, as {@code phone:+358401234567}; null when the conversation says it
 * @param language of the customer, ISO 639-1; null when unknown
 * @param queue whose supervisor hears of it and whose capacity it takes
 * @param movedFrom the promise in whose place it came; null when it is the first
 */
public record Commitment(
        String organisation,
        PromiseKind kind,
        String text,
        Window window,
        UUID customerId,
        UUID issueId,
        UUID conversationId,
        UUID messageId,
        String channel,
        String handle,
        String language,
        String queue,
        Party madeBy,
        Instant madeAt,
        UUID movedFrom) {

    /** The same promise for another time. */
    Commitment moved(UUID from, Window to, UUID message, Instant at) {
        return new Commitment(
                organisation,
                kind,
                text,
                to,
                customerId,
                issueId,
                conversationId,
                message,
                channel,
                handle,
                language,
                queue,
                madeBy,
                at,
                from);
    }
}
