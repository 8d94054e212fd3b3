/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * What an agent is spared for the moment. What is absent does not apply.
 *
 * @param wrapUpUntil finishes the last contact until then and is offered nothing
 * @param recoversUntil had a very hard contact, and gets no hard one until then
 * @param allowance of the capacity, what may be carried after coming; absent when all of it
 * @param allowanceGrowsAt when the allowance doubles
 * @param strainedUntil hard contacts of late count as having been idle only since then, which may lie ahead
 */
public record Strain(
        Instant wrapUpUntil,
        Instant recoversUntil,
        Integer allowance,
        Instant allowanceGrowsAt,
        Instant strainedUntil) {
    static final Strain NONE = new Strain(null, null, null, null, null);

    Strain wrappingUp(Instant until) {
        return new Strain(later(wrapUpUntil, until), recoversUntil, allowance, allowanceGrowsAt, strainedUntil);
    }

    Strain recovering(Instant until) {
        return new Strain(wrapUpUntil, later(recoversUntil, until), allowance, allowanceGrowsAt, strainedUntil);
    }

    Strain warmingUp(int allowance, Instant growsAt) {
        return new Strain(wrapUpUntil, recoversUntil, allowance, growsAt, strainedUntil);
    }

    /** With one more contact behind it, as hard as so many minutes of waiting in the line of agents. */
    Strain burdened(double minutes, Instant at) {
        Instant from = strainedUntil == null || strainedUntil.isBefore(at) ? at : strainedUntil;
        Instant until = from.plusMillis(Math.round(minutes * 60_000));
        return new Strain(wrapUpUntil, recoversUntil, allowance, allowanceGrowsAt, until);
    }

    /** Without what is over by now; the allowance doubles until it is all of the capacity. */
    Strain eased(int total, Duration warmUpStep, Instant at) {
        Instant wrapUp = over(wrapUpUntil, at) ? null : wrapUpUntil;
        Instant recovery = over(recoversUntil, at) ? null : recoversUntil;
        if (!over(allowanceGrowsAt, at)) {
            return new Strain(wrapUp, recovery, allowance, allowanceGrowsAt, strainedUntil);
        }
        boolean all = allowance * 2L >= total;
        return new Strain(
                wrapUp,
                recovery,
                all ? null : Integer.valueOf(allowance * 2),
                all ? null : at.plus(warmUpStep),
                strainedUntil);
    }

    /** When the next of it is over; null when nothing is to be waited for. */
    Instant next() {
        return earlier(earlier(wrapUpUntil, recoversUntil), allowanceGrowsAt);
    }

    private static boolean over(Instant until, Instant at) {
        return until != null && !until.isAfter(at);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
