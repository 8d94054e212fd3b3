/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * What has come of a promise so far.
 *
 * @param escalatedTo the named person who heard that it is due soon
 * @param toldAt when the customer was to be told that time runs out
 * @param lateAt since when it was late; stays when it is kept late, moved or broken
 * @param cause why it was broken, moved or cancelled: a short code
 * @param detail the same in somebody's words
 * @param movedTo the promise that came in its place
 */
public record Progress(
        Party escalatedTo,
        Instant escalatedAt,
        Instant toldAt,
        Instant lateAt,
        Trail trail,
        Evidence evidence,
        String cause,
        String detail,
        UUID movedTo,
        Instant endedAt) {
    static final Progress NONE = new Progress(null, null, null, null, Trail.NONE, null, null, null, null, null);

    Progress escalated(Party to, Instant at) {
        return new Progress(to, at, toldAt, lateAt, trail, evidence, cause, detail, movedTo, endedAt);
    }

    Progress told(Instant at) {
        return new Progress(escalatedTo, escalatedAt, at, lateAt, trail, evidence, cause, detail, movedTo, endedAt);
    }

    Progress late(Instant at) {
        return new Progress(escalatedTo, escalatedAt, toldAt, at, trail, evidence, cause, detail, movedTo, endedAt);
    }

    Progress with(Trail newer) {
        return new Progress(escalatedTo, escalatedAt, toldAt, lateAt, newer, evidence, cause, detail, movedTo, endedAt);
    }

    Progress kept(Evidence by, Instant at, boolean inTime) {
        Instant late = inTime ? null : lateAt;
        return new Progress(escalatedTo, escalatedAt, toldAt, late, trail, by, cause, detail, movedTo, at);
    }

    Progress ended(String why, String words, UUID successor, Instant at) {
        return new Progress(escalatedTo, escalatedAt, toldAt, lateAt, trail, evidence, why, words, successor, at);
    }
}
