/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.fact.KnownFact;
import fi.saumaton.customer.issue.IssueView;
import fi.saumaton.customer.promise.CustomerPromise;
import fi.saumaton.customer.suggestion.Suggestion;
import fi.saumaton.customer.timeline.TimelineEntry;

/** A customer at one glance. */
@Schema(description = "Everything that whoever meets the customer next should know, in one answer")
record Glance(
        @Schema(description = "The surviving customer, also when another id of the same person was asked for")
        UUID customerId,

        @Schema(examples = "Mikko") String displayName,

        @Schema(description = "Whether any personal handle of the customer has ever been proven")
        boolean verified,

        List<LinkedHandle> handles,
        @Schema(examples = "fi") String language,

        @Schema(description = "prospect, or customer once something was bought", examples = "customer")
        String stage,

        List<IssueView> openIssues,

        @Schema(description = "What the customer was promised and somebody owes, and what was broken within 30 days")
        List<CustomerPromise> openPromises,

        List<Fact> facts,

        @Schema(description = "The newest 50 entries, newest first")
        List<TimelineEntry> timeline,

        @Schema(description = "The cursor for the rest of the timeline; absent when this is all")
        String timelineNext,

        @Schema(description = "Handles the customer has named without proof")
        List<ClaimedHandle> claims,

        @Schema(
                description = "Contacts by somebody who named a handle of this customer without proof. They are not "
                        + "part of the timeline, and may be anybody's.")
        List<UnverifiedContact> unverifiedContacts,

        @Schema(description = "What to offer now, the best first")
        List<Suggestion> suggestions) {

    Glance with(List<Suggestion> now) {
        return new Glance(
                customerId,
                displayName,
                verified,
                handles,
                language,
                stage,
                openIssues,
                openPromises,
                facts,
                timeline,
                timelineNext,
                claims,
                unverifiedContacts,
                now);
    }

    /** A proven handle with the best evidence there is for it. */
    record LinkedHandle(
            @Schema(examples = "email") String kind,
            @Schema(examples = "mikko@example.test") String value,
            @Schema(examples = "dmarc-pass") String evidence,
            @Schema(examples = "0.98") BigDecimal confidence,
            Instant linkedAt) {}

    /** Something known of the customer, and where from. */
    record Fact(
            @Schema(examples = "bought") String kind,
            @Schema(examples = "Chainsaw CS-50") String value,

            @Schema(description = "The entry of the timeline that says so")
            UUID touchpointId,

            Instant since,

            @Schema(description = "Whether the company itself knows it: from its systems, or from an agent")
            boolean proven) {
        static Fact bought(TimelineEntry entry) {
            return new Fact("bought", entry.title(), entry.touchpointId(), entry.occurredAt(), true);
        }

        static Fact known(KnownFact fact) {
            var shown = fact.value() == null ? fact.shown() : fact.value();
            return new Fact(fact.kind(), shown, fact.source().id(), fact.since(), fact.proven());
        }
    }

    /** A handle named without proof. */
    record ClaimedHandle(String kind, String value, UUID conversationId, Instant madeAt) {}

    /** A conversation with somebody who claims to be this customer. */
    record UnverifiedContact(
            UUID conversationId, String channel, String channelKind, String kind, String value, Instant at) {}
}
