/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.issue.IssueWorkService;
import fi.saumaton.kit.web.Problem;

/** Ends issues and opens them again as their tickets are; inside a write transaction. */
@ApplicationScoped
class IssueStates {
    private final IssueService issues;
    private final IssueWorkService work;

    IssueStates(IssueService issues, IssueWorkService work) {
        this.issues = issues;
        this.work = work;
    }

    /** What is closed stays closed, and what was resolved otherwise stays so. */
    Uni<Void> set(Origin origin, UUID issueId, boolean ended) {
        var by = TicketReading.by(origin);
        var changed = ended
                ? issues.resolve(issueId, "Ended in " + by.name(), null, by, Set.of())
                : work.reopen(issueId, new IssueWorkService.Changing(by, null, Set.of()));
        return changed.onFailure(Problem.class).recoverWithNull().replaceWithVoid();
    }
}
