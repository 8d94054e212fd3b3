/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.UUID;

import fi.saumaton.customer.issue.Placement;

/**
 * A conversation and whom it is with.
 *
 * @param version of the event that opened or reopened it last
 * @param customerId the customer it is recorded under, who may redirect to another one
 * @param verified whether a personal handle has been proven since it was opened or reopened
 * @param issueId null as long as nobody has written in a conversation that began with an automatic message
 * @param continued whether its issue was there before it
 * @param untitled whether its issue waits for the first message to be named after
 * @param displayName what the sender is called in the channel
 * @param proof the proven handles seen last, as {@link SenderRule.Reading#proof}
 * @param openedAt when it began for the first time
 * @param beganAt when it was opened or reopened last, or a person wrote for the first time
 */
record Contact(
        UUID conversationId,
        long version,
        String reference,
        String channel,
        String channelKind,
        UUID customerId,
        UUID issueId,
        boolean verified,
        boolean continued,
        boolean untitled,
        String displayName,
        String language,
        String proof,
        UUID firstMessageId,
        Instant openedAt,
        Instant beganAt) {

    Contact titled() {
        return new Contact(
                conversationId,
                version,
                reference,
                channel,
                channelKind,
                customerId,
                issueId,
                verified,
                continued,
                false,
                displayName,
                language,
                proof,
                firstMessageId,
                openedAt,
                beganAt);
    }

    /** The same conversation once a person has written in it: the customer waits since then. */
    Contact about(Placement placement, Instant since) {
        return new Contact(
                conversationId,
                version,
                reference,
                channel,
                channelKind,
                customerId,
                placement.issueId(),
                verified,
                placement.continued(),
                false,
                displayName,
                language,
                proof,
                firstMessageId,
                openedAt,
                since);
    }

    /** The same conversation after its sender has proven more. */
    Contact proven(UUID customer, UUID issue, boolean goesOn, SenderRule.Reading reading, String name) {
        return new Contact(
                conversationId,
                version,
                reference,
                channel,
                channelKind,
                customer,
                issue,
                verified || reading.verified(),
                goesOn,
                untitled && issue.equals(issueId),
                name == null ? displayName : name,
                language,
                reading.proof(),
                firstMessageId,
                openedAt,
                beganAt);
    }
}
