/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IssueTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID ISSUE = UUID.randomUUID();
    private static final Interval DAY =
            new Interval(NOON.minusSeconds(3600), NOON.plusSeconds(36_000), NOON.plusSeconds(36_000));

    @Test
    void oneContactAndOneResolutionIsAResolutionAtTheFirstContact() {
        Issue issue = issue(opened(0), resolved(10, true));

        assertTrue(issue.openedIn(DAY));
        assertTrue(issue.resolvedIn(DAY));
        assertTrue(issue.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void aContinuedIssueIsNotResolvedAtTheFirstContactWhateverItsServiceSays() {
        Issue issue = issue(opened(0), event(EventKind.ISSUE_CONTINUED, 5), resolved(10, true));

        assertTrue(issue.resolvedIn(DAY));
        assertFalse(issue.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void whoeverComesBackUndoesTheResolution() {
        Issue issue = issue(opened(0), resolved(10, true), event(EventKind.ISSUE_REOPENED, 20));

        assertFalse(issue.resolvedIn(DAY));
        assertTrue(issue.resolvedIn(new Interval(DAY.from(), DAY.to(), NOON.plusSeconds(15))));
    }

    @Test
    void theSecondResolutionIsNoneAtTheFirstContact() {
        Issue issue = issue(opened(0), resolved(10, true), event(EventKind.ISSUE_REOPENED, 20), resolved(30, true));

        assertTrue(issue.resolvedIn(DAY));
        assertFalse(issue.resolvedAtFirstContactIn(DAY));
        assertEquals(NOON.plusSeconds(20), issue.resolutions().getFirst().undoneAt());
    }

    @Test
    void aResolutionThatSomebodyOfTheCompanyTookBackIsNone() {
        Issue issue = issue(opened(0), resolved(10, true), changed(20, "reopened"));
        Issue given = issue(opened(0), resolved(10, true), changed(20, "owner"));

        assertFalse(issue.resolvedIn(DAY));
        assertTrue(given.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void aContactThatIsMovedHereLaterTakesTheFirstContactAway() {
        Issue issue = issue(opened(0), resolved(10, true), rearranged(20, false, "counted"));

        assertTrue(issue.resolvedIn(DAY));
        assertFalse(issue.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void aSecondContactThatWasAboutSomethingElseGivesTheFirstContactBack() {
        Issue before = issue(
                opened(0), event(EventKind.ISSUE_CONTINUED, 5), rearranged(8, true, "counted"), resolved(10, true));
        Issue after = issue(
                opened(0), event(EventKind.ISSUE_CONTINUED, 5), resolved(10, false), rearranged(20, true, "counted"));

        assertTrue(before.resolvedAtFirstContactIn(DAY));
        assertTrue(after.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void whatCountsToAnotherIssueHasNeverBeenOne() {
        Issue joined = issue(opened(0), resolved(10, true), rearranged(20, false, "joined"));
        Issue empty = issue(opened(0), resolved(10, true), rearranged(20, false, "empty"));

        for (Issue issue : List.of(joined, empty)) {
            assertFalse(issue.openedIn(DAY));
            assertFalse(issue.resolvedIn(DAY));
            assertFalse(issue.resolvedAtFirstContactIn(DAY));
        }
    }

    @Test
    void whatIsTakenApartAgainCountsAsBefore() {
        Issue issue =
                issue(opened(0), resolved(10, true), rearranged(20, false, "joined"), rearranged(30, true, "counted"));

        assertTrue(issue.openedIn(DAY));
        assertTrue(issue.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void aContactAfterwardsIsOneMoreAllTheSame() {
        Issue issue = issue(
                opened(0),
                event(EventKind.ISSUE_CONTINUED, 5),
                rearranged(8, true, "counted"),
                event(EventKind.ISSUE_CONTINUED, 9),
                resolved(10, true));

        assertFalse(issue.resolvedAtFirstContactIn(DAY));
    }

    @Test
    void aResolutionWhoseOpeningIsNotKnownYetCountsAsResolvedOnly() {
        Issue issue = issue(resolved(10, false));

        assertFalse(issue.openedIn(DAY));
        assertTrue(issue.resolvedIn(DAY));
    }

    private static Issue issue(LoggedEvent... events) {
        return Issue.of(List.of(events));
    }

    private static LoggedEvent opened(long second) {
        return event(EventKind.ISSUE_OPENED, second);
    }

    private static LoggedEvent resolved(long second, boolean firstContact) {
        return LoggedEvent.of(EventKind.ISSUE_RESOLVED, UUID.randomUUID(), NOON.plusSeconds(second))
                .issue(ISSUE)
                .firstContact(firstContact)
                .build();
    }

    private static LoggedEvent changed(long second, String change) {
        return LoggedEvent.of(EventKind.ISSUE_CHANGED, UUID.randomUUID(), NOON.plusSeconds(second))
                .issue(ISSUE)
                .reason(change)
                .build();
    }

    private static LoggedEvent rearranged(long second, boolean oneContact, String reason) {
        return LoggedEvent.of(EventKind.ISSUE_REARRANGED, UUID.randomUUID(), NOON.plusSeconds(second))
                .issue(ISSUE)
                .firstContact(oneContact)
                .reason(reason)
                .build();
    }

    private static LoggedEvent event(EventKind kind, long second) {
        return LoggedEvent.of(kind, UUID.randomUUID(), NOON.plusSeconds(second))
                .issue(ISSUE)
                .build();
    }
}
