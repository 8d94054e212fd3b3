/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static fi.saumaton.routing.promise.PromiseState.BROKEN;
import static fi.saumaton.routing.promise.PromiseState.DRAFT;
import static fi.saumaton.routing.promise.PromiseState.KEPT;
import static fi.saumaton.routing.promise.PromiseState.KEPT_LATE;
import static fi.saumaton.routing.promise.PromiseState.LATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PromiseTest {
    private static final Instant UNTIL = Promised.MONDAY.until();

    @Test
    void nothingLeadsOutOfAnEndAndADraftOwesNothing() {
        for (PromiseState state : PromiseState.values()) {
            for (PromiseStep step : PromiseStep.values()) {
                if (state.ended()) {
                    assertTrue(Transitions.after(state, step).isEmpty(), state + " " + step);
                }
            }
        }
        Promise draft = Promise.made(
                UUID.randomUUID(), Promised.what(PromiseKind.REPLY), Promised.JENNI, Promised.deadlines(), true);
        assertEquals(DRAFT, draft.state());
        assertTrue(draft.next().isEmpty());
        assertThrows(ImpossibleStepException.class, () -> draft.kept(Promised.call(UNTIL), UNTIL));
    }

    @Test
    void everyLivingStateHasADeadlineAndEveryEndCanBeReached() {
        Set<PromiseState> reached = EnumSet.of(PromiseState.OPEN);
        for (int n = 0; n < PromiseState.values().length; n++) {
            for (PromiseState state : EnumSet.copyOf(reached)) {
                for (PromiseStep step : PromiseStep.values()) {
                    Transitions.after(state, step).ifPresent(reached::add);
                }
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(DRAFT)), reached);
    }

    @Test
    void aPromiseThatIsLeftAloneIsToldOfInOrderAndBroken() {
        List<Happening> told = new ArrayList<>();
        Promise current = Promised.of(PromiseKind.CALL_BACK);
        for (Instant now = Promised.MADE; now.isBefore(UNTIL.plus(Duration.ofDays(2))); now = now.plusSeconds(600)) {
            current = Passing.pass(current, Promised.SAMI, now, (what, then) -> told.add(what));
        }
        assertEquals(List.of(Happening.DUE_SOON, Happening.RUNNING_OUT, Happening.LATE, Happening.BROKEN), told);
        assertEquals(BROKEN, current.state());
        assertEquals("not-contacted", current.progress().cause());
        assertEquals(Promised.SAMI, current.progress().escalatedTo());
        assertEquals(UNTIL, current.progress().lateAt());
    }

    @Test
    void afterAnOutageAllDeadlinesAreAppliedAndNobodyIsToldThatTimeRunsOut() {
        List<Happening> told = new ArrayList<>();
        Promise current = Passing.pass(
                Promised.of(PromiseKind.CALL_BACK),
                Promised.SAMI,
                UNTIL.plus(Duration.ofDays(30)),
                (what, then) -> told.add(what));
        assertEquals(List.of(Happening.DUE_SOON, Happening.LATE, Happening.BROKEN), told);
        assertEquals(BROKEN, current.state());
    }

    @Test
    void theContactsOwnTimeDecidesWhetherItWasInTime() {
        Promise late =
                Passing.pass(Promised.of(PromiseKind.CALL_BACK), null, UNTIL.plusSeconds(60), (what, then) -> {});
        assertEquals(LATE, late.state());
        assertEquals(
                KEPT,
                late.kept(Promised.call(UNTIL.minusSeconds(5)), UNTIL.plusSeconds(70))
                        .state());
        assertNull(late.kept(Promised.call(UNTIL.minusSeconds(5)), UNTIL.plusSeconds(70))
                .progress()
                .lateAt());
        assertEquals(
                KEPT_LATE,
                late.kept(Promised.call(UNTIL.plusSeconds(65)), UNTIL.plusSeconds(70))
                        .state());
    }

    @Test
    void whoTriedInVainIsTheCause() {
        Promise tried = Promised.of(PromiseKind.CALL_BACK).tried().tried();
        assertEquals(2, tried.progress().trail().attempts());
        Promise broken = Passing.pass(tried, null, UNTIL.plus(Duration.ofDays(3)), (what, then) -> {});
        assertEquals("not-reached", broken.progress().cause());
        Promise nobodys = Promised.of(PromiseKind.CALL_BACK).handedOver(new Party(Party.QUEUE, "support", null));
        Promise ended = Passing.pass(nobodys, null, UNTIL.plus(Duration.ofDays(3)), (what, then) -> {});
        assertEquals("nobody-took-it", ended.progress().cause());
    }

    @Test
    void whateverHappensInWhateverOrderTheInvariantsHold() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Promise current = Promised.of(PromiseKind.values()[random.nextInt(PromiseKind.values().length)]);
            Instant now = Promised.MADE;
            for (int n = 0; n < 25; n++) {
                now = now.plusSeconds(random.nextInt(40_000));
                Promise before = current;
                current = random(before, random, now);
                invariants(before, current, now, "seed " + seed);
            }
        }
    }

    private static Promise random(Promise promise, Random random, Instant now) {
        try {
            return switch (random.nextInt(9)) {
                case 0 -> promise.kept(Promised.call(now), now);
                case 1 -> promise.tried();
                case 2 -> promise.handedOver(Promised.SAMI);
                case 3 -> promise.moved(UUID.randomUUID(), null, now);
                case 4 -> random.nextInt(5) == 0 ? promise.cancelled("customer-asked", null, now) : promise;
                case 5 -> promise.after(new Contact.Ours(Promised.CONVERSATION, UUID.randomUUID(), now), now);
                case 6 -> promise.after(new Contact.Theirs(Promised.CONVERSATION, now, random.nextBoolean()), now);
                case 7 -> promise.after(new Contact.Resolved(Promised.CONVERSATION, now, Promised.JENNI), now);
                default -> Passing.pass(promise, Promised.SAMI, now, (what, then) -> {});
            };
        } catch (ImpossibleStepException e) {
            return promise;
        }
    }

    private static void invariants(Promise before, Promise after, Instant now, String seed) {
        assertTrue(after.version() >= before.version(), seed);
        assertEquals(before.version() == after.version(), before.equals(after), seed);
        assertEquals(after.state().live(), after.next().isPresent(), seed);
        assertEquals(before.commitment(), after.commitment(), seed);
        if (before.state().ended()) {
            assertEquals(before, after, seed);
        }
        boolean kept = after.state() == KEPT || after.state() == KEPT_LATE;
        assertEquals(kept, after.progress().evidence() != null, seed);
        if (kept) {
            assertEquals(
                    after.state() == KEPT, !after.progress().evidence().at().isAfter(after.until()), seed);
        }
        if (after.state() == BROKEN) {
            assertNotNull(after.progress().cause(), seed);
        }
        if (after.state() == LATE) {
            assertTrue(!now.isBefore(after.until()), seed);
        }
    }
}
