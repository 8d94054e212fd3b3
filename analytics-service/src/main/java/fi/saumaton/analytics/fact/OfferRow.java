/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Issue;
import fi.saumaton.analytics.metric.Offer;

/** An offer as its table has it; contacts and issues are written as they are. */
@RegisterForReflection(targets = {OfferRow.class, Contact.class, Issue.class})
record OfferRow(
        UUID offerId,
        UUID conversationId,
        UUID agentId,
        String queue,
        Instant madeAt,
        String outcome,
        Instant endedAt) {

    static OfferRow of(Offer offer) {
        return new OfferRow(
                offer.offerId(),
                offer.conversationId(),
                offer.agentId(),
                offer.queue(),
                offer.madeAt(),
                offer.outcome() == null ? null : offer.outcome().logName(),
                offer.endedAt());
    }
}
