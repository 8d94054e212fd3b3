/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.issue.ArrangementRule.Joined;
import fi.saumaton.customer.issue.ArrangementRule.Moved;
import fi.saumaton.customer.issue.ArrangementRule.Placing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ArrangementRuleTest {
    private static final UUID SAW = issue(1);
    private static final UUID INVOICE = issue(2);
    private static final UUID PARCEL = issue(3);

    @Test
    void contactsOfAConversationFollowTheOneBeforeThem() {
        var rules = List.of(new Placing(1, SAW), new Placing(5, null), new Placing(9, INVOICE), new Placing(12, null));

        assertEquals(
                new TreeMap<>(Map.of(1L, SAW, 5L, SAW, 9L, INVOICE, 12L, INVOICE)),
                ArrangementRule.places(rules, List.of()));
        assertEquals(
                new TreeMap<>(Map.of(1L, PARCEL, 5L, PARCEL, 9L, INVOICE, 12L, INVOICE)),
                ArrangementRule.places(rules, List.of(new Moved(id(1), 1, PARCEL))));
    }

    @Test
    void theLastDecisionHolds() {
        var rules = List.of(new Placing(1, SAW));
        var first = new Moved(id(1), 1, INVOICE);
        var second = new Moved(id(2), 1, PARCEL);

        assertEquals(Map.of(1L, PARCEL), ArrangementRule.places(rules, List.of(second, first)));
        assertEquals(Map.of(1L, INVOICE), ArrangementRule.places(rules, List.of(first)));
    }

    @Test
    void joinsLeadToTheIssueThatGoesOn() {
        var joins = List.of(new Joined(SAW, INVOICE), new Joined(INVOICE, PARCEL));

        assertEquals(PARCEL, ArrangementRule.survivor(SAW, joins));
        assertEquals(PARCEL, ArrangementRule.survivor(PARCEL, joins));
        assertEquals(SAW, ArrangementRule.survivor(SAW, joins.subList(1, 2)));
    }

    @Test
    void issuesJoinedInACircleCountToOneOfThem() {
        var circle = List.of(new Joined(SAW, INVOICE), new Joined(INVOICE, PARCEL), new Joined(PARCEL, INVOICE));

        for (var issue : List.of(SAW, INVOICE, PARCEL)) {
            assertEquals(INVOICE, ArrangementRule.survivor(issue, circle));
        }
    }

    @Test
    void joinsWithAnotherCustomersIssuesCountForNothing() {
        var joins = List.of(new Joined(SAW, INVOICE), new Joined(INVOICE, PARCEL));

        assertEquals(Map.of(SAW, INVOICE, INVOICE, INVOICE), ArrangementRule.survivors(List.of(SAW, INVOICE), joins));
        assertEquals(Map.of(PARCEL, PARCEL), ArrangementRule.survivors(List.of(PARCEL), joins));
    }

    /** Moves, splits, joins, new contacts and undoing in any order: what is undone leaves no trace. */
    @Test
    void undoneDecisionsLeaveNoTrace() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var world = new World(random);
            for (int step = 0; step < 40; step++) {
                world.step();
            }
            world.undoAll();
            assertEquals(world.untouched(), world.seen(), "seed " + seed);
        }
    }

    /** The issues of one customer, with and without what people decided. */
    private static final class World {
        private final Random random;
        private final List<Placing> rules = new ArrayList<>();
        private final List<Moved> moves = new ArrayList<>();
        private final List<Joined> joins = new ArrayList<>();
        private int issues = 4;
        private int decisions;
        private long turn;

        World(Random random) {
            this.random = random;
            rules.add(new Placing(turn++, issue(0)));
        }

        void step() {
            var before = seen();
            switch (random.nextInt(6)) {
                case 0 -> contact();
                case 1, 2 -> undoneAtOnce(before, moved());
                case 3 -> join(before);
                case 4 -> undo(moves);
                default -> undo(joins);
            }
        }

        /** One comes meanwhile: under the issue that it showed to be about, or after the one before it. */
        private void contact() {
            rules.add(new Placing(turn++, random.nextBoolean() ? null : issue(random.nextInt(issues))));
        }

        private Moved moved() {
            var target = random.nextInt(4) == 0 ? issues++ : random.nextInt(issues);
            return new Moved(id(++decisions), random.nextLong(turn), issue(target));
        }

        private void undoneAtOnce(Map<Long, UUID> before, Moved move) {
            moves.add(move);
            assertEquals(
                    move.issueId(),
                    ArrangementRule.places(rules, moves).get(move.turn()),
                    "it is where it was put, wherever that counts to");
            moves.remove(move);
            assertEquals(before, seen());
            moves.add(move);
        }

        private void join(Map<Long, UUID> before) {
            var from = ArrangementRule.survivor(issue(random.nextInt(issues)), joins);
            var into = ArrangementRule.survivor(issue(random.nextInt(issues)), joins);
            if (!from.equals(into)) {
                var join = new Joined(from, into);
                joins.add(join);
                assertTrue(seen().values().stream().noneMatch(from::equals), "nothing counts to it any more");
                joins.remove(join);
                assertEquals(before, seen());
                joins.add(join);
            }
        }

        private void undo(List<?> standing) {
            if (!standing.isEmpty()) {
                standing.remove(random.nextInt(standing.size()));
            }
        }

        void undoAll() {
            Collections.shuffle(moves, random);
            Collections.shuffle(joins, random);
            while (!moves.isEmpty() || !joins.isEmpty()) {
                undo(random.nextBoolean() ? moves : joins);
            }
        }

        /** What each contact counts to. */
        Map<Long, UUID> seen() {
            Map<Long, UUID> seen = new HashMap<>(ArrangementRule.places(rules, moves));
            seen.replaceAll((contact, issue) -> ArrangementRule.survivor(issue, joins));
            return seen;
        }

        /** What the rules alone say, worked out another way. */
        Map<Long, UUID> untouched() {
            Map<Long, UUID> untouched = new HashMap<>();
            rules.forEach(rule -> untouched.put(
                    rule.turn(), rule.issueId() == null ? untouched.get(rule.turn() - 1) : rule.issueId()));
            return untouched;
        }
    }

    private static UUID issue(int number) {
        return new UUID(1, number);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
