/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A commitment to a customer and where it stands. Each method gives the promise after one step of {@link Transitions}, or
 * fails with {@link ImpossibleStepException}; the version grows with every step.
 *
 * @param version from 1
 * @param owner who sees to it now
 */
public record Promise(
        UUID id,
        long version,
        Commitment commitment,
        Party owner,
        PromiseState state,
        Deadlines deadlines,
        Progress progress) {

    /** What happens next if nobody does anything. */
    record Next(Instant at, PromiseStep step) {}

    static Promise made(UUID id, Commitment commitment, Party owner, Deadlines deadlines, boolean draft) {
        PromiseState first = draft ? PromiseState.DRAFT : PromiseState.OPEN;
        return new Promise(id, 1, commitment, owner, first, deadlines, Progress.NONE);
    }

    /** The next deadline; empty for a draft and for what has ended. */
    Optional<Next> next() {
        return Optional.ofNullable(
                switch (state) {
                    case OPEN -> new Next(deadlines.dueSoonAt(), PromiseStep.REMIND);
                    case DUE_SOON ->
                        progress.toldAt() == null && deadlines.tellAt().isBefore(until())
                                ? new Next(deadlines.tellAt(), PromiseStep.TELL)
                                : new Next(until(), PromiseStep.PASS);
                    case LATE -> new Next(deadlines.breakAt(), PromiseStep.BREAK);
                    case DRAFT, KEPT, KEPT_LATE, BROKEN, MOVED, CANCELLED -> null;
                });
    }

    /** Whether the next deadline has passed. */
    boolean due(Instant now) {
        return next().filter(next -> !next.at().isAfter(now)).isPresent();
    }

    /** A draft becomes a promise; its time counts from now. */
    Promise confirmed(Deadlines from) {
        return step(PromiseStep.CONFIRM, progress).with(from);
    }

    /** @param to the named person who hears of it */
    Promise dueSoon(Party to, Instant now) {
        return step(PromiseStep.REMIND, progress.escalated(to, now));
    }

    Promise runningOut(Instant now) {
        return step(PromiseStep.TELL, progress.told(now));
    }

    /** The window is over; late is since its end, whenever that is noticed. */
    Promise late() {
        return step(PromiseStep.PASS, progress.late(until()));
    }

    /** Time is up; what is known tells why. */
    Promise broken(Instant now) {
        return broken(cause(), null, now);
    }

    /** @param cause a code, as {@code third-party} */
    Promise broken(String cause, String detail, Instant now) {
        return step(PromiseStep.BREAK, progress.ended(cause, detail, null, now));
    }

    private String cause() {
        if (progress.trail().attempts() > 0) {
            return "not-reached";
        }
        if (progress.trail().oursAt() != null) {
            return "no-outcome";
        }
        return owner.isAgent() ? "not-contacted" : "nobody-took-it";
    }

    Promise kept(Evidence by, Instant now) {
        boolean inTime = !by.at().isAfter(until());
        return step(inTime ? PromiseStep.KEEP : PromiseStep.KEEP_LATE, progress.kept(by, now, inTime));
    }

    Promise tried() {
        return step(PromiseStep.TRY, progress.with(progress.trail().tried()));
    }

    Promise moved(UUID successor, String detail, Instant now) {
        return step(PromiseStep.MOVE, progress.ended("customer-asked", detail, successor, now));
    }

    Promise cancelled(String cause, String detail, Instant now) {
        return step(PromiseStep.CANCEL, progress.ended(cause, detail, null, now));
    }

    Promise handedOver(Party to) {
        return step(PromiseStep.HAND_OVER, progress).owned(to);
    }

    /** What is said in its conversation; the same promise when that changes nothing. */
    Promise after(Contact contact, Instant now) {
        if (!state.live()) {
            return this;
        }
        if (contact instanceof Contact.Resolved resolved) {
            return EvidenceRule.of(commitment, progress.trail(), resolved, now)
                    .map(evidence -> kept(evidence, now))
                    .orElse(this);
        }
        Trail trail = EvidenceRule.follow(commitment, progress.trail(), contact);
        return trail.equals(progress.trail())
                ? this
                : new Promise(id, version + 1, commitment, owner, state, deadlines, progress.with(trail));
    }

    Instant until() {
        return commitment.window().until();
    }

    private Promise step(PromiseStep step, Progress after) {
        PromiseState to =
                Transitions.after(state, step).orElseThrow(() -> new ImpossibleStepException(id, state, step));
        return new Promise(id, version + 1, commitment, owner, to, deadlines, after);
    }

    private Promise with(Deadlines other) {
        return new Promise(id, version, commitment, owner, state, other, progress);
    }

    private Promise owned(Party other) {
        return new Promise(id, version, commitment, other, state, deadlines, progress);
    }
}
