/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.web.Problem;

/**
 * A customer's matter. It has at least one contact; it carries a resolution exactly when it is not open; once the customer
 * has come back with it, it can't be a first-contact resolution any more. Contacts are counted by
 * {@link IssueService#place}, many in one statement.
 */
@Entity
class Issue {
    @Id
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    private String reference;
    private String title;
    private String state;
    private int contacts;
    private boolean returned;

    @Column(name = "survivor_id")
    private UUID survivorId;

    @Column(name = "opened_by")
    private UUID openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "last_contact_at")
    private Instant lastContactAt;

    private String resolution;

    @Column(name = "resolved_by_id")
    private String resolvedById;

    @Column(name = "resolved_by_name")
    private String resolvedByName;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private int version;

    /** For Hibernate. */
    protected Issue() {}

    /**
     * Resolves the issue. False when it had been resolved the same way already: then nothing changes.
     *
     * @throws Problem {@code issue-already-resolved} when another resolution stands
     */
    boolean resolve(String how, Author by, Instant now) {
        if (state().equals(IssueState.OPEN)) {
            state = IssueState.RESOLVED.code();
            resolution = how;
            resolvedById = by.id();
            resolvedByName = by.name();
            resolvedAt = now;
            return true;
        }
        if (!how.equals(resolution)) {
            throw new Problem(IssueProblem.ALREADY_RESOLVED, "The issue has been resolved otherwise already.")
                    .with("issueId", id)
                    .with("resolvedAt", resolvedAt);
        }
        return false;
    }

    IssueEvent.Resolved resolved(UUID survivor) {
        return new IssueEvent.Resolved(
                survivor, id, resolution, resolvedBy(), resolvedAt, contacts, firstContact(), openedAt);
    }

    boolean firstContact() {
        return contacts == 1 && !returned;
    }

    Author resolvedBy() {
        return resolvedAt == null ? null : Author.agent(resolvedById, resolvedByName);
    }

    UUID id() {
        return id;
    }

    /** The issue that it counts to: itself, unless it was joined into another one. */
    UUID survivorId() {
        return survivorId;
    }

    /** The customer it was recorded under, who may redirect to another one. */
    UUID customerId() {
        return customerId;
    }

    String reference() {
        return reference;
    }

    String title() {
        return title;
    }

    IssueState state() {
        return IssueState.of(state);
    }

    int contacts() {
        return contacts;
    }

    UUID openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant lastContactAt() {
        return lastContactAt;
    }

    String resolution() {
        return resolution;
    }

    Instant resolvedAt() {
        return resolvedAt;
    }

    Instant closedAt() {
        return closedAt;
    }

    int version() {
        return version;
    }
}
