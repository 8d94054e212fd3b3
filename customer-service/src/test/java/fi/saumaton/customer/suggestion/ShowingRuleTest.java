/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.picture.Pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ShowingRuleTest {
    private static final Instant NOW = Pictures.NOW;
    private final ShowingRule rule = new ShowingRule(2, Duration.ofHours(12));

    @Test
    void theBestTwoAreShown() {
        assertEquals(List.of("a:0", "b:0"), chosen(List.of("a", "b", "c")));
    }

    @Test
    void whatIsOnTheScreenStays() {
        assertEquals(List.of("c:0", "a:0"), chosen(List.of("a", "b", "c"), shown("c", 0, hours(1), null, null)));
    }

    @Test
    void whatNobodyAnsweredIsNotShownInTheNextContact() {
        assertEquals(List.of(), chosen(List.of("a"), shown("a", 0, hours(12), null, null)));
        assertEquals(List.of("a:0"), chosen(List.of("a"), shown("a", 0, hours(11), null, null)));
    }

    @Test
    void answersMakeNoRoomForMoreInTheSameContact() {
        assertEquals(
                List.of("b:0"), chosen(List.of("a", "b", "c"), shown("a", 0, hours(1), Outcome.REFUSED, hours(1))));
        assertEquals(
                List.of(),
                chosen(
                        List.of("c"),
                        shown("a", 0, hours(1), Outcome.REFUSED, hours(1)),
                        shown("b", 0, hours(1), Outcome.TAKEN, hours(1))));
    }

    @Test
    void laterIsAskedAgainAfterItsTime() {
        assertEquals(List.of(), chosen(List.of("a"), shown("a", 0, days(8), Outcome.LATER, days(6))));
        assertEquals(List.of("a:1"), chosen(List.of("a"), shown("a", 0, days(8), Outcome.LATER, days(7))));
    }

    @Test
    void refusedIsRefused() {
        assertEquals(List.of(), chosen(List.of("a"), shown("a", 0, days(900), Outcome.REFUSED, days(900))));
    }

    @Test
    void takenComesAgainWhereTheRuleSaysSo() {
        assertEquals(List.of(), chosen(List.of("a"), shown("a", 0, days(365), Outcome.TAKEN, days(364))));
        assertEquals(List.of("a:1"), chosen(List.of("a"), shown("a", 0, days(366), Outcome.TAKEN, days(365))));
    }

    @Test
    void theLastRoundCounts() {
        assertEquals(
                List.of(),
                chosen(
                        List.of("a"),
                        shown("a", 1, days(2), Outcome.REFUSED, days(2)),
                        shown("a", 0, days(20), Outcome.LATER, days(20))));
    }

    private List<String> chosen(List<String> ids, Shown... past) {
        var proposals = ids.stream()
                .map(id -> new Proposal(ProposalRuleTest.rule(id, true, 1, "true"), List.of()))
                .toList();
        return rule.choose(proposals, Stream.of(past).toList(), NOW).stream()
                .map(choice -> choice.proposal().rule().ruleId() + ":" + choice.round())
                .toList();
    }

    private static Shown shown(String id, int round, Instant at, Outcome outcome, Instant outcomeAt) {
        return new Shown(UUID.randomUUID(), id, 1, round, at, outcome, outcomeAt);
    }

    private static Instant hours(int ago) {
        return NOW.minus(Duration.ofHours(ago));
    }

    private static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }
}
