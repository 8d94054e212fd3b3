/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

import fi.saumaton.kit.event.OutgoingEvent;

/**
 * What routing tells of a promise; its key is the promise. Wire form: {@code contracts/events/routing/promise-*}. The
 * handle is left out: it stays here, with the promise.
 *
 * @param version the promise's after this event; an event of a lower one is old news
 * @param at when it happened
 * @param escalatedToId of due-soon and after: the named person who heard of it
 * @param late of kept: whether after its window
 * @param cause of broken, moved and cancelled: a short code
 * @param movedTo of moved: the promise that came in its place
 */
record PromiseEvent(
        UUID promiseId,
        long version,
        String state,
        String kind,
        String text,
        Instant windowFrom,
        Instant windowUntil,
        UUID customerId,
        UUID issueId,
        UUID conversationId,
        String channel,
        String language,
        String queue,
        String ownerType,
        String ownerId,
        String ownerName,
        String madeByType,
        String madeById,
        String madeByName,
        Instant madeAt,
        Instant at,
        String escalatedToId,
        String escalatedToName,
        Boolean late,
        Seen evidence,
        String cause,
        UUID movedFrom,
        UUID movedTo) {

    /** The evidence, without what somebody wrote about it. */
    record Seen(String kind, Instant at, String ref, String outcome, String byType, String byId, String byName) {
        static Seen of(Evidence evidence) {
            Party by = evidence.by();
            return new Seen(
                    evidence.kind(),
                    evidence.at(),
                    evidence.ref(),
                    evidence.outcome(),
                    by == null ? null : by.type(),
                    by == null ? null : by.id(),
                    by == null ? null : by.name());
        }
    }

    static OutgoingEvent of(Happening happening, Promise promise, Instant at) {
        return OutgoingEvent.of(happening.type(), promise.id(), at, data(happening, promise, at));
    }

    private static PromiseEvent data(Happening happening, Promise promise, Instant at) {
        Commitment what = promise.commitment();
        Progress progress = promise.progress();
        Party escalated = progress.escalatedTo();
        return new PromiseEvent(
                promise.id(),
                promise.version(),
                promise.state().toString(),
                what.kind().toString(),
                what.text(),
                what.window().from(),
                what.window().until(),
                what.customerId(),
                what.issueId(),
                what.conversationId(),
                what.channel(),
                what.language(),
                what.queue(),
                promise.owner().type(),
                promise.owner().id(),
                promise.owner().name(),
                what.madeBy().type(),
                what.madeBy().id(),
                what.madeBy().name(),
                what.madeAt(),
                at,
                escalated == null ? null : escalated.id(),
                escalated == null ? null : escalated.name(),
                happening == Happening.KEPT ? promise.state() == PromiseState.KEPT_LATE : null,
                progress.evidence() == null ? null : Seen.of(progress.evidence()),
                progress.cause(),
                what.movedFrom(),
                progress.movedTo());
    }
}
