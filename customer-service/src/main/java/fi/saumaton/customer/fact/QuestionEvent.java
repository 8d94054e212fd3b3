/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.UUID;

/** What others may want to know about our questions. Wire form: contracts/events/customer. */
public sealed interface QuestionEvent {
    String REPEATED = "fi.saumaton.customer.question-repeated.v1";

    UUID customerId();

    UUID conversationId();

    /**
     * A customer was asked for what was known already. Holds no personal data.
     *
     * @param kind of fact that was asked for
     * @param authorType agent or bot
     * @param knownSince when the customer or a system had told it first
     */
    record Repeated(
            UUID customerId,
            UUID conversationId,
            UUID messageId,
            String kind,
            String authorType,
            String authorId,
            Instant knownSince,
            Instant askedAt)
            implements QuestionEvent {}
}
