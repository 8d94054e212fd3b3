/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fi.saumaton.customer.identity.StatedHandle;

/**
 * A conversation has a customer and an issue, and this is the situation it comes in. Wire form: contracts/events/customer.
 *
 * @param conversationVersion of the event that opened or reopened the conversation last
 * @param displayName null when nobody knows a name
 * @param claimedCustomerId for agents' eyes, marked as unverified; null when no claim points at a known customer
 * @param firstMessageAt the customer waits since then
 */
record IdentifiedEvent(
        UUID customerId,
        UUID conversationId,
        long conversationVersion,
        String channel,
        String channelKind,
        boolean verified,
        String displayName,
        List<StatedHandle> claims,
        UUID claimedCustomerId,
        String claimedDisplayName,
        Issue issue,
        Situation situation,
        Instant firstMessageAt,
        Instant identifiedAt) {
    static final String TYPE = "fi.saumaton.customer.identified.v1";

    /** The matter. {@code continued}: whether it was there before the contact. */
    record Issue(UUID issueId, String reference, String title, String state, Instant openedAt, boolean continued) {}

    /** What routing needs to know; agents in the order of their last contact. */
    record Situation(
            String language,
            String stage,
            int openIssues,
            List<RecentContact> recentContacts,
            String lastAgentId,
            String lastAgentName,
            Instant lastAgentAt) {}

    /** An earlier contact of the customer. */
    record RecentContact(UUID conversationId, String channel, Instant at) {}
}
