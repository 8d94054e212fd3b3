/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.web.CommonProblem;
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

    @Column(name = "owner_type")
    private String ownerType;

    @Column(name = "owner_id")
    private String ownerId;

    @Column(name = "owner_name")
    private String ownerName;

    @Column(name = "waiting_for")
    private String waitingFor;

    private String resolution;

    @Column(name = "resolution_code")
    private String resolutionCode;

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
    boolean resolve(String how, String code, Author by, Instant now) {
        if (state().equals(IssueState.OPEN)) {
            state = IssueState.RESOLVED.code();
            waitingFor = null;
            resolution = how;
            resolutionCode = code;
            resolvedById = by.id();
            resolvedByName = by.name();
            resolvedAt = now;
            return true;
        }
        if (!how.equals(resolution) || !Objects.equals(code, resolutionCode)) {
            throw new Problem(IssueProblem.ALREADY_RESOLVED, "The issue has been resolved otherwise already.")
                    .with("issueId", id)
                    .with("resolvedAt", resolvedAt);
        }
        return false;
    }

    /** Gives it to somebody; the owner before, or empty when nothing changes. */
    Optional<Optional<Owner>> own(Owner owner) {
        requireNotClosed();
        var before = owner();
        if (Objects.equals(before, owner)) {
            return Optional.empty();
        }
        ownerType = owner == null ? null : owner.type();
        ownerId = owner == null ? null : owner.id();
        ownerName = owner == null ? null : owner.name();
        return Optional.of(Optional.ofNullable(before));
    }

    /**
     * An open issue waits for somebody else to go on; whom it waited for before, or empty when nothing changes.
     *
     * @throws Problem {@code issue-already-resolved} when it is not open
     */
    Optional<Optional<String>> await(String whom) {
        if (state() != IssueState.OPEN) {
            throw new Problem(IssueProblem.ALREADY_RESOLVED, "A resolved issue waits for nobody.").with("issueId", id);
        }
        var before = waitingFor;
        if (Objects.equals(before, whom)) {
            return Optional.empty();
        }
        waitingFor = whom;
        return Optional.of(Optional.ofNullable(before));
    }

    /** It was not resolved after all; its resolution's code or text, or empty when it is open. */
    Optional<String> reopen() {
        requireNotClosed();
        if (state() == IssueState.OPEN) {
            return Optional.empty();
        }
        var before = resolutionCode == null ? resolution : resolutionCode;
        state = IssueState.OPEN.code();
        resolution = null;
        resolutionCode = null;
        resolvedById = null;
        resolvedByName = null;
        resolvedAt = null;
        return Optional.of(before);
    }

    private void requireNotClosed() {
        if (state() == IssueState.CLOSED) {
            throw new Problem(IssueProblem.CLOSED, "What is closed stays closed.").with("issueId", id);
        }
    }

    /** @param expectedVersions those that the caller accepts, empty for any */
    void check(Set<Integer> expectedVersions) {
        if (!expectedVersions.isEmpty() && !expectedVersions.contains(version)) {
            throw new Problem(CommonProblem.PRECONDITION_FAILED, "The issue has changed meanwhile.")
                    .with("version", version);
        }
    }

    IssueEvent.Changed changed(UUID survivor, IssueChange change) {
        return new IssueEvent.Changed(
                survivor, id, change.what(), state, waitingFor, ownerType, ownerId, change.by(), change.at());
    }

    IssueEvent.Resolved resolved(UUID survivor) {
        return new IssueEvent.Resolved(
                survivor, id, resolution, resolutionCode, resolvedBy(), resolvedAt, contacts, firstContact(), openedAt);
    }

    Owner owner() {
        return ownerId == null ? null : new Owner(ownerType, ownerId, ownerName);
    }

    /** Null as long as it waits for the company. */
    String waitingFor() {
        return waitingFor;
    }

    String resolutionCode() {
        return resolutionCode;
    }

    /** Whether the customer came back with it after it had been resolved. */
    boolean returned() {
        return returned;
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
