/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.UUID;

import fi.saumaton.customer.timeline.Author;

/** What happened to an issue. Wire form: contracts/events/customer. */
public sealed interface IssueEvent {
    UUID customerId();

    String type();

    /** A contact opened a new issue. */
    record Opened(UUID customerId, UUID issueId, String reference, UUID conversationId, Instant openedAt)
            implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.opened.v1";
        }
    }

    /** A further contact goes on with an open issue. */
    record Continued(UUID customerId, UUID issueId, UUID conversationId, Instant continuedAt) implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.continued.v1";
        }
    }

    /**
     * The issue is resolved.
     *
     * @param code what kind of an end it was; null when nobody said
     * @param contacts how many contacts it took
     * @param firstContact whether one was enough and the customer never came back with it
     */
    record Resolved(
            UUID customerId,
            UUID issueId,
            String resolution,
            String code,
            Author resolvedBy,
            Instant resolvedAt,
            int contacts,
            boolean firstContact,
            Instant openedAt)
            implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.resolved.v1";
        }
    }

    /**
     * Somebody changed who sees to it or whom it waits for, or reopened it.
     *
     * @param change owner, waiting or reopened
     * @param waitingFor customer or third-party; null as long as it waits for the company
     * @param ownerType agent or team; null, like its id, when nobody sees to it
     */
    record Changed(
            UUID customerId,
            UUID issueId,
            String change,
            String state,
            String waitingFor,
            String ownerType,
            String ownerId,
            Author changedBy,
            Instant changedAt)
            implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.changed.v1";
        }
    }

    /**
     * Somebody moved a contact, joined issues, or took that back: how one of the issues counts since then. Also when their
     * customers were parted, so that the join counts no more, or joined again, so that it does.
     *
     * @param survivorId the issue that it counts to; itself unless it is joined into another one
     * @param decision move, split or join
     * @param undone whether the decision does not count since then
     * @param conversationId of the contact that was moved; null when issues were joined
     * @param contacts how many contacts it has now; none when it counts to another issue
     * @param returned whether the customer came back with it after it had been resolved
     */
    record Rearranged(
            UUID customerId,
            UUID issueId,
            UUID survivorId,
            UUID decisionId,
            String decision,
            boolean undone,
            UUID conversationId,
            int contacts,
            boolean returned,
            Instant rearrangedAt)
            implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.rearranged.v1";
        }
    }

    /** The customer came back with a resolved issue. */
    record Reopened(UUID customerId, UUID issueId, UUID conversationId, Instant reopenedAt) implements IssueEvent {
        @Override
        public String type() {
            return "fi.saumaton.issue.reopened.v1";
        }
    }
}
