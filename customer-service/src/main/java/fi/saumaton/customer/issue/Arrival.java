/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.UUID;

import fi.saumaton.customer.timeline.Touchpoint;

/**
 * A contact looks for its issue.
 *
 * @param customerId the surviving customer
 * @param recordedUnder the customer that a new issue is recorded under
 * @param newCustomer whether nobody knew the customer before, so that there can't be any issue yet
 * @param currentIssueId what the conversation was about until now, null for a new one
 * @param moved whether the conversation was with somebody else until now
 * @param title what a new issue is called
 * @param at when the contact began
 */
public record Arrival(
        UUID conversationId,
        UUID customerId,
        UUID recordedUnder,
        boolean newCustomer,
        UUID currentIssueId,
        boolean moved,
        String title,
        Instant at,
        String channel,
        String channelKind) {

    /** The same contact, with nothing to go on with. */
    Arrival afresh() {
        return new Arrival(
                conversationId, customerId, recordedUnder, newCustomer, null, false, title, at, channel, channelKind);
    }

    Touchpoint.Place place(UUID issueId) {
        return new Touchpoint.Place(channel, channelKind, conversationId, issueId);
    }
}
