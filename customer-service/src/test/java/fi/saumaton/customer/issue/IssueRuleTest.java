/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.issue.IssueRule.Candidate;
import fi.saumaton.customer.issue.IssueRule.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class IssueRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void aCustomerWithoutOpenIssueOpensOne() {
        var choice = IssueRule.choose(Optional.empty(), List.of(), NOW, WEEK);

        assertEquals(Step.OPEN, choice.step());
        assertNull(choice.issue());
    }

    @Test
    void aContactGoesOnWithTheIssueInContactLast() {
        var older = issue(IssueState.OPEN, NOW.minusSeconds(900), null);
        var newer = issue(IssueState.OPEN, NOW.minusSeconds(60), null);

        var choice = IssueRule.choose(Optional.empty(), List.of(newer, older), NOW, WEEK);

        assertEquals(new IssueRule.Choice(Step.CONTINUE, newer), choice);
    }

    @Test
    void aConversationsOwnIssueComesFirst() {
        var own = issue(IssueState.OPEN, NOW.minusSeconds(900), null);
        var newer = issue(IssueState.OPEN, NOW.minusSeconds(60), null);

        assertEquals(
                new IssueRule.Choice(Step.CONTINUE, own),
                IssueRule.choose(Optional.of(own), List.of(own, newer), NOW, WEEK));
    }

    @Test
    void aConversationThatComesBackWithinTheQuietPeriodReopensItsIssue() {
        var own = issue(
                IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minus(WEEK).plusSeconds(1));

        assertEquals(
                new IssueRule.Choice(Step.REOPEN, own), IssueRule.choose(Optional.of(own), List.of(own), NOW, WEEK));
    }

    @Test
    void afterTheQuietPeriodItsIssueIsClosedEvenIfNobodyWroteThatDown() {
        var own = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minus(WEEK));

        assertEquals(
                Step.OPEN,
                IssueRule.choose(Optional.of(own), List.of(own), NOW, WEEK).step());
    }

    @Test
    void anotherConversationDoesNotReopenAResolvedIssue() {
        var resolved = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minusSeconds(600));

        assertEquals(
                Step.OPEN,
                IssueRule.choose(Optional.empty(), List.of(resolved), NOW, WEEK).step());
    }

    @Test
    void aContactCounts() {
        var resolved = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minusSeconds(600));

        var after = resolved.contacted(NOW);

        assertEquals(2, after.contacts());
        assertEquals(IssueState.OPEN, after.state());
        assertEquals(NOW, after.lastContactAt());
        assertEquals(NOW, after.contacted(NOW.minusSeconds(5)).lastContactAt(), "an old contact moves nothing back");
    }

    private static Candidate issue(IssueState state, Instant lastContactAt, Instant resolvedAt) {
        return new Candidate(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "7KQ2M-X9RFD",
                "Chain oil?",
                state,
                1,
                NOW.minusSeconds(1000),
                lastContactAt,
                resolvedAt);
    }
}
