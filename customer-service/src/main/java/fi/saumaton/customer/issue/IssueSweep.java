/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Writes down that issues have closed, long after the rule has taken them for closed. */
@ApplicationScoped
class IssueSweep {
    private final IssueService issues;

    IssueSweep(IssueService issues) {
        this.issues = issues;
    }

    @Scheduled(every = "${customer.issue.sweep-every:PT1H}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return issues.closeQuiet().replaceWithVoid();
    }
}
