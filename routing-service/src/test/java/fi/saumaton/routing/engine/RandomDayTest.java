/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What must hold after every input, whatever comes in: random days, each named by its seed so that it can be run again. */
class RandomDayTest {
    private static final int INPUTS = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theInvariantsHoldAfterEveryInput(long seed) {
        RandomDay day = new RandomDay(seed);
        Set<UUID> everQueued = new HashSet<>();
        Set<UUID> ended = new HashSet<>();
        Map<UUID, Long> tokens = new HashMap<>();
        for (int step = 0; step < INPUTS; step++) {
            Map<UUID, WorkItem> before = items(day.office.state);
            Outcome outcome = day.step();
            String where = "seed " + seed + ", step " + step + ": " + day.log.getLast();
            for (Effect effect : outcome.effects()) {
                follow(effect, everQueued, ended, tokens, where);
            }
            everythingIsSomewhere(day.office.state, everQueued, ended, where);
            nobodyCarriesTooMuch(day.office.state, before, outcome, where);
            offersMatchTheirItems(day.office.state, where);
            refusersWereAskedOnlyWhenAlone(day.office.state, outcome, where);
            nothingWaitsInVain(day.office.state, where);
            theBestGotIt(outcome, where);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameLogGivesTheSameDecisions(long seed) {
        RandomDay day = new RandomDay(seed);
        List<Object> first = new ArrayList<>();
        for (int step = 0; step < INPUTS; step++) {
            Outcome outcome = day.step();
            first.addAll(outcome.effects());
            first.addAll(outcome.decisions());
        }
        State again = new State();
        List<Object> second = new ArrayList<>();
        for (RandomDay.Logged logged : day.log) {
            Outcome outcome = Engine.apply(again, logged.input(), logged.moment());
            second.addAll(outcome.effects());
            second.addAll(outcome.decisions());
            // Loading it afresh between inputs makes no difference either.
            again = reloaded(again);
        }
        assertEquals(first, second);
    }

    private static Map<UUID, WorkItem> items(State state) {
        Map<UUID, WorkItem> items = new HashMap<>();
        state.items().forEach(item -> items.put(item.id(), item));
        return items;
    }

    private static void follow(
            Effect effect, Set<UUID> everQueued, Set<UUID> ended, Map<UUID, Long> tokens, String where) {
        switch (effect) {
            case Effect.Queued queued -> {
                everQueued.add(queued.item().id());
                assertFalse(ended.contains(queued.item().id()), where);
            }
            case Effect.Assigned assigned -> {
                Long last = tokens.put(
                        assigned.item().conversationId(), assigned.item().assignmentNumber());
                assertTrue(last == null || last < assigned.item().assignmentNumber(), where);
            }
            case Effect.Done done -> assertTrue(ended.add(done.item().id()), where);
            case Effect.Withdrawn withdrawn ->
                assertTrue(ended.add(withdrawn.item().id()), where);
            case Effect.OfferMade made ->
                assertEquals(OfferState.PENDING, made.offer().state(), where);
            case Effect.OfferEnded over -> assertFalse(over.offer().state() == OfferState.PENDING, where);
            case Effect.PresenceChanged changed -> assertTrue(changed.agent().since() != null, where);
        }
    }

    private static void everythingIsSomewhere(State state, Set<UUID> everQueued, Set<UUID> ended, String where) {
        Set<UUID> somewhere = new HashSet<>(ended);
        Set<UUID> conversations = new HashSet<>();
        for (WorkItem item : state.items()) {
            Conversation conversation = state.conversation(item.conversationId());
            boolean due = conversation.replyDueSince(item.openedVersion());
            // Transferred work needs an owner even when the customer is silent.
            boolean transferred = item.state() != ItemState.ASSIGNED && !due;
            assertTrue(item.replyDue() == due || transferred, where);
            assertTrue(somewhere.add(item.id()), "ended and still there, " + where);
            assertTrue(conversations.add(item.conversationId()), "two items of one conversation, " + where);
            assertEquals(item.state() == ItemState.WAITING, item.agentId() == null, where);
            assertEquals(item.state() == ItemState.OFFERED, item.offerId() != null, where);
            assertEquals(item.state() == ItemState.ASSIGNED, item.assignmentNumber() > 0, where);
        }
        Set<UUID> dormant = new HashSet<>();
        state.items().stream().filter(WorkItem::dormant).map(WorkItem::id).forEach(dormant::add);
        Set<UUID> lost = new HashSet<>(everQueued);
        lost.removeAll(somewhere);
        assertEquals(Set.of(), lost, where);
        somewhere.removeAll(everQueued);
        somewhere.removeAll(ended);
        somewhere.removeAll(dormant);
        assertEquals(Set.of(), somewhere, "never queued, " + where);
    }

    /** Room is looked at when work is offered; who writes again to their own agent comes on top. */
    private static void nobodyCarriesTooMuch(State state, Map<UUID, WorkItem> before, Outcome outcome, String where) {
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.OfferMade made) {
                Agent agent = state.agent(made.offer().agentId());
                assertTrue(agent.available(), where);
                boolean mayBeMore = !agent.capacity().interruptible().isEmpty();
                assertTrue(
                        mayBeMore || state.load(agent.id()) <= agent.capacity().total(), where);
            }
        }
        assertTrue(before.size() <= state.items().size() + outcome.effects().size(), where);
    }

    private static void offersMatchTheirItems(State state, String where) {
        Set<UUID> offered = new HashSet<>();
        for (Offer offer : state.pendingOffers()) {
            WorkItem item = state.item(offer.workItemId());
            assertTrue(offered.add(item.id()), "two offers of one item, " + where);
            assertEquals(offer.id(), item.offerId(), where);
            assertEquals(offer.agentId(), item.agentId(), where);
        }
        long items = state.items().stream()
                .filter(item -> item.state() == ItemState.OFFERED)
                .count();
        assertEquals(offered.size(), items, where);
    }

    private static void refusersWereAskedOnlyWhenAlone(State state, Outcome outcome, String where) {
        for (Decision decision : outcome.decisions()) {
            if (!decision.refusedBy().contains(decision.chosen().agentId())) {
                continue;
            }
            WorkItem item = state.item(decision.workItemId());
            if (item == null) {
                continue;
            }
            for (Agent agent : state.agents()) {
                boolean unasked = new Naive(state).suits(agent, item)
                        && !decision.refusedBy().contains(agent.id());
                assertFalse(unasked, agent.id() + " had not been asked, " + where);
            }
        }
    }

    private static void nothingWaitsInVain(State state, String where) {
        for (WorkItem item : state.items()) {
            if (item.state() != ItemState.WAITING || item.dormant()) {
                continue;
            }
            for (Agent agent : state.agents()) {
                boolean could =
                        new Naive(state).could(agent, item) && !item.refusedBy().contains(agent.id());
                assertFalse(could, agent.id() + " could have had " + item.id() + ", " + where);
            }
        }
    }

    /** Nobody else who could have had the work has a better score. */
    private static void theBestGotIt(Outcome outcome, String where) {
        for (Decision decision : outcome.decisions()) {
            for (Decision.Candidate candidate : decision.candidates()) {
                assertTrue(candidate.score() <= decision.chosen().score(), where);
                assertEquals(candidate.terms().score(), candidate.score(), where);
            }
            Integer considered = decision.considered();
            assertTrue(considered == null || considered == decision.candidates().size() || considered > 5, where);
        }
    }

    private static State reloaded(State state) {
        State fresh = new State();
        state.queues().forEach(fresh::load);
        state.agents().forEach(fresh::load);
        state.items().forEach(fresh::load);
        state.pendingOffers().forEach(fresh::load);
        state.items().forEach(item -> fresh.load(state.conversation(item.conversationId())));
        state.takeChanges().conversations().forEach(fresh::load);
        RandomDay.CONVERSATIONS.forEach(id -> fresh.load(state.conversation(id)));
        return fresh;
    }
}
