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
 * @param turn the version of the event by which the conversation began, or began again
 * @param customerId the surviving customer
 * @param recordedUnder the customer that a new issue is recorded under
 * @param newCustomer whether nobody knew the customer before, so that there can't be any issue yet
 * @param currentIssueId what the conversation was about until now, null for a new one
 * @param moved whether the conversation was with somebody else until now
 * @param title what a new issue is called
 * @param said subject and text, as far as they are known; null for none
 * @param at when the contact began
 */
public record Arrival(
        UUID conversationId,
        long turn,
        UUID customerId,
        UUID recordedUnder,
        boolean newCustomer,
        UUID currentIssueId,
        boolean moved,
        String title,
        String said,
        Instant at,
        String channel,
        String channelKind) {

    /** Subject and text together; null when there are none. */
    public static String said(String subject, String text) {
        if (subject == null) {
            return text;
        }
        return text == null ? subject : subject + "\n" + text;
    }

    /** The same contact, with nothing to go on with. */
    Arrival afresh() {
        return new Arrival(
                conversationId,
                turn,
                customerId,
                recordedUnder,
                newCustomer,
                null,
                false,
                title,
                said,
                at,
                channel,
                channelKind);
    }

    Touchpoint.Place place(UUID issueId) {
        return new Touchpoint.Place(channel, channelKind, conversationId, issueId);
    }
}
