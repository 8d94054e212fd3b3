/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.function.BiConsumer;

/** What time does to a promise. All deadlines that have passed are applied, in their order, however long nobody looked. */
final class Passing {
    private Passing() {}

    /**
     * The promise as it is now.
     *
     * @param escalateTo the named person who hears of it; null when there is none
     * @param told gets each thing that others are to be told, with the promise as it was then
     */
    static Promise pass(Promise promise, Party escalateTo, Instant now, BiConsumer<Happening, Promise> told) {
        Promise current = promise;
        while (current.due(now)) {
            current = one(current, escalateTo, now, told);
        }
        return current;
    }

    private static Promise one(Promise promise, Party escalateTo, Instant now, BiConsumer<Happening, Promise> told) {
        PromiseStep step = promise.next().orElseThrow().step();
        return switch (step) {
            case REMIND -> tell(Happening.DUE_SOON, promise.dueSoon(escalateTo, now), told);
            case TELL -> runOut(promise, now, told);
            case PASS -> tell(Happening.LATE, promise.late(), told);
            case BREAK -> tell(Happening.BROKEN, promise.broken(now), told);
            default -> throw new IllegalStateException("Time does not " + step);
        };
    }

    /** Nobody needs to hear that time runs out when it has. */
    private static Promise runOut(Promise promise, Instant now, BiConsumer<Happening, Promise> told) {
        Promise after = promise.runningOut(now);
        return now.isBefore(promise.until()) ? tell(Happening.RUNNING_OUT, after, told) : after;
    }

    private static Promise tell(Happening what, Promise promise, BiConsumer<Happening, Promise> told) {
        told.accept(what, promise);
        return promise;
    }
}
