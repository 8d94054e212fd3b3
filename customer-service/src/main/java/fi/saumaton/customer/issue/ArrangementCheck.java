/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.List;
import java.util.Set;

import fi.saumaton.customer.issue.ArrangementRepository.Standing;
import fi.saumaton.customer.issue.ArrangementRepository.Turn;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** What a decision about contacts and issues has to find as it thinks it is. */
final class ArrangementCheck {
    private ArrangementCheck() {}

    static void version(Standing issue, Set<Integer> expectedVersions) {
        if (!expectedVersions.isEmpty() && !expectedVersions.contains(issue.version())) {
            throw new Problem(CommonProblem.PRECONDITION_FAILED, "The issue has changed meanwhile.")
                    .with("version", issue.version());
        }
    }

    /** Only a customer's own issues, and none that is closed, can be gone to. */
    static void target(Standing from, Standing to) {
        if (!to.owner().equals(from.owner())) {
            throw new Problem(IssueProblem.OTHER_CUSTOMER, "The issue is another customer's.").with("issueId", to.id());
        }
        if (to.state() == IssueState.CLOSED) {
            throw new Problem(IssueProblem.CLOSED, "The issue is closed.").with("issueId", to.survivorId());
        }
    }

    static void other(Standing from, Standing to) {
        if (from.survivorId().equals(to.survivorId())) {
            throw new Problem(CommonProblem.INVALID, "The contact is about this issue already.")
                    .with("parameter", "toIssueId");
        }
    }

    static void unjoined(Standing from, Standing into) {
        if (from.survivorId().equals(into.survivorId())) {
            throw new Problem(IssueProblem.ALREADY_JOINED, "The two are one issue already.")
                    .with("issueId", into.survivorId());
        }
    }

    /**
     * The contact that is meant; somebody else may have moved it meanwhile.
     *
     * @param turns of the conversation, the last first
     * @param wanted null for the last one that is about the issue
     */
    static Turn contact(Standing from, List<Turn> turns, Long wanted) {
        if (turns.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such contact.");
        }
        return turns.stream()
                .filter(turn -> wanted == null || turn.turn() == wanted)
                .filter(turn -> turn.survivorId().equals(from.survivorId()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                IssueProblem.CONTACT_ELSEWHERE, "The contact is not about this issue, or not any more.")
                        .with("issueId", turns.getFirst().survivorId()));
    }
}
