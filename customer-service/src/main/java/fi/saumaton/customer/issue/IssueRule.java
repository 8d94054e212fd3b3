/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Which issue a contact is about: that of its own conversation as long as it is not closed, else the open issue that the
 * customer was last in contact about, else a new one.
 */
final class IssueRule {
    private IssueRule() {}

    /**
     * An issue as it stands.
     *
     * @param customerId the surviving customer
     */
    record Candidate(
            UUID id,
            UUID customerId,
            String reference,
            String title,
            IssueState state,
            int contacts,
            Instant openedAt,
            Instant lastContactAt,
            Instant resolvedAt) {

        Candidate contacted(Instant at) {
            var last = at.isAfter(lastContactAt) ? at : lastContactAt;
            return new Candidate(id, customerId, reference, title, IssueState.OPEN, contacts + 1, openedAt, last, null);
        }
    }

    enum Step {
        OPEN,
        CONTINUE,
        REOPEN
    }

    /** @param issue the one to go on with; null when a new one is to be opened */
    record Choice(Step step, Candidate issue) {}

    /**
     * @param own the issue that the conversation was about until now
     * @param open the customer's open issues
     */
    static Choice choose(Optional<Candidate> own, Collection<Candidate> open, Instant now, Duration quietPeriod) {
        if (own.isPresent()) {
            var issue = own.get();
            switch (issue.state().at(now, issue.resolvedAt(), quietPeriod)) {
                case OPEN -> {
                    return new Choice(Step.CONTINUE, issue);
                }
                case RESOLVED -> {
                    return new Choice(Step.REOPEN, issue);
                }
                case CLOSED -> {
                    // Falls through to the customer's other issues: what is closed stays closed.
                }
            }
        }
        return open.stream()
                .filter(issue -> issue.state() == IssueState.OPEN)
                .max(Comparator.comparing(Candidate::lastContactAt).thenComparing(Candidate::id))
                .map(issue -> new Choice(Step.CONTINUE, issue))
                .orElse(new Choice(Step.OPEN, null));
    }
}
