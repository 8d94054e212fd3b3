/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import static fi.saumaton.routing.promise.PromiseState.BROKEN;
import static fi.saumaton.routing.promise.PromiseState.CANCELLED;
import static fi.saumaton.routing.promise.PromiseState.DRAFT;
import static fi.saumaton.routing.promise.PromiseState.DUE_SOON;
import static fi.saumaton.routing.promise.PromiseState.KEPT;
import static fi.saumaton.routing.promise.PromiseState.KEPT_LATE;
import static fi.saumaton.routing.promise.PromiseState.LATE;
import static fi.saumaton.routing.promise.PromiseState.MOVED;
import static fi.saumaton.routing.promise.PromiseState.OPEN;
import static fi.saumaton.routing.promise.PromiseStep.BREAK;
import static fi.saumaton.routing.promise.PromiseStep.CANCEL;
import static fi.saumaton.routing.promise.PromiseStep.CONFIRM;
import static fi.saumaton.routing.promise.PromiseStep.HAND_OVER;
import static fi.saumaton.routing.promise.PromiseStep.KEEP;
import static fi.saumaton.routing.promise.PromiseStep.KEEP_LATE;
import static fi.saumaton.routing.promise.PromiseStep.MOVE;
import static fi.saumaton.routing.promise.PromiseStep.PASS;
import static fi.saumaton.routing.promise.PromiseStep.REMIND;
import static fi.saumaton.routing.promise.PromiseStep.TELL;
import static fi.saumaton.routing.promise.PromiseStep.TRY;

/**
 * Which step leads where. What is not in the table cannot happen; nothing leads out of an end. A contact in time that is
 * heard of only after the window keeps the promise in time: the contact's own time decides, not ours.
 */
final class Transitions {
    private static final Map<PromiseState, Map<PromiseStep, PromiseState>> TABLE = new EnumMap<>(PromiseState.class);

    static {
        from(DRAFT, Map.of(CONFIRM, OPEN, CANCEL, CANCELLED));
        from(
                OPEN,
                Map.of(
                        REMIND, DUE_SOON, KEEP, KEPT, KEEP_LATE, KEPT_LATE, BREAK, BROKEN, MOVE, MOVED, CANCEL,
                        CANCELLED, HAND_OVER, OPEN, TRY, OPEN));
        from(
                DUE_SOON,
                Map.of(
                        TELL, DUE_SOON, PASS, LATE, KEEP, KEPT, KEEP_LATE, KEPT_LATE, BREAK, BROKEN, MOVE, MOVED,
                        CANCEL, CANCELLED, HAND_OVER, DUE_SOON, TRY, DUE_SOON));
        from(
                LATE,
                Map.of(
                        KEEP, KEPT, KEEP_LATE, KEPT_LATE, BREAK, BROKEN, MOVE, MOVED, CANCEL, CANCELLED, HAND_OVER,
                        LATE, TRY, LATE));
    }

    private Transitions() {}

    private static void from(PromiseState state, Map<PromiseStep, PromiseState> steps) {
        TABLE.put(state, new EnumMap<>(steps));
    }

    /** The state after the step; empty when it cannot happen. */
    static Optional<PromiseState> after(PromiseState state, PromiseStep step) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(step));
    }
}
