/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.math.BigDecimal;
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

    /**
     * The matter.
     *
     * @param continued whether it was there before the contact
     * @param contacts how many contacts are about it by now
     * @param returned whether the customer came back with it after it had been resolved
     * @param waitingFor customer or third-party; null as long as it waits for the company
     * @param ownerType agent or team; null, like id and name, when nobody in particular sees to it
     * @param because what the rules found; null when nobody asked them
     */
    record Issue(
            UUID issueId,
            String reference,
            String title,
            String state,
            Instant openedAt,
            boolean continued,
            int contacts,
            boolean returned,
            String waitingFor,
            String ownerType,
            String ownerId,
            String ownerName,
            Because because) {}

    /**
     * Why the contact is about the matter.
     *
     * @param kind of a number, as {@code order-number}; else null
     * @param value what showed it: the reference, the number, the words in common
     */
    record Because(String ground, String kind, String value) {}

    /**
     * What routing needs to know.
     *
     * @param purchases in the last 365 days, with what they add up to in the company's currency; null when none told an
     *     amount
     * @param openPromises that somebody still owes
     * @param brokenPromises within the last 30 days
     * @param promises the open ones, at most 20, the first due first
     */
    record Situation(
            String language,
            String stage,
            int openIssues,
            List<RecentContact> recentContacts,
            String lastAgentId,
            String lastAgentName,
            Instant lastAgentAt,
            int purchases,
            BigDecimal purchasesAmount,
            int openPromises,
            int brokenPromises,
            List<OpenPromise> promises) {}

    /**
     * What the customer was promised and somebody still owes.
     *
     * @param state open, due-soon or late
     * @param ownerType agent, team or queue
     */
    record OpenPromise(
            UUID promiseId,
            String kind,
            String state,
            Instant windowFrom,
            Instant windowUntil,
            String ownerType,
            String ownerId,
            String ownerName) {}

    /** An earlier contact of the customer. */
    record RecentContact(UUID conversationId, String channel, Instant at) {}
}
