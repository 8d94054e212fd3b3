/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A promise as it is read. */
@RegisterForReflection
@Schema(
        name = "Promise",
        examples = "{\"id\":\"0199c0de-0201-7000-8000-000000000201\",\"version\":1,\"state\":\"open\","
                + "\"kind\":\"call-back\",\"text\":\"We call you back about the chain oil\","
                + "\"from\":\"2026-11-23T08:00:00Z\",\"until\":\"2026-11-23T10:00:00Z\","
                + "\"dueSoonAt\":\"2026-11-20T14:00:00Z\",\"owner\":{\"type\":\"agent\",\"id\":\"jenni\",\"name\":\"Jenni\"},"
                + "\"madeBy\":{\"type\":\"agent\",\"id\":\"jenni\",\"name\":\"Jenni\"},"
                + "\"madeAt\":\"2026-11-20T09:00:00Z\",\"attempts\":0}")
record PromiseView(
        UUID id,
        long version,

        @Schema(
                description = "draft, open, due-soon, late, kept, kept-late, broken, moved or cancelled",
                examples = "open")
        String state,

        @Schema(examples = "call-back") String kind,
        String text,
        Instant from,

        @Schema(description = "Late from then on") Instant until,

        @Schema(description = "When a named person hears of it")
        Instant dueSoonAt,

        @Schema(description = "When it counts as broken") Instant brokenAt,

        UUID customerId,
        UUID issueId,
        UUID conversationId,
        UUID messageId,
        String channel,
        @Schema(examples = "phone:+358401234567") String handle,
        String language,
        String queue,
        Party owner,
        Party madeBy,
        Instant madeAt,
        Party escalatedTo,
        Instant escalatedAt,

        @Schema(description = "When the customer was to be told that time runs out")
        Instant customerToldAt,

        Instant lateAt,

        @Schema(description = "How often somebody tried and reached nobody")
        int attempts,

        Evidence evidence,

        @Schema(description = "Why it was broken, moved or cancelled")
        String cause,

        String note,
        UUID movedFrom,
        UUID movedTo,
        Instant endedAt) {

    static PromiseView of(Promise promise) {
        Commitment what = promise.commitment();
        Progress progress = promise.progress();
        return new PromiseView(
                promise.id(),
                promise.version(),
                promise.state().toString(),
                what.kind().toString(),
                what.text(),
                what.window().from(),
                what.window().until(),
                promise.deadlines().dueSoonAt(),
                promise.deadlines().breakAt(),
                what.customerId(),
                what.issueId(),
                what.conversationId(),
                what.messageId(),
                what.channel(),
                what.handle(),
                what.language(),
                what.queue(),
                promise.owner(),
                what.madeBy(),
                what.madeAt(),
                progress.escalatedTo(),
                progress.escalatedAt(),
                progress.toldAt(),
                progress.lateAt(),
                progress.trail().attempts(),
                progress.evidence(),
                progress.cause(),
                progress.detail(),
                what.movedFrom(),
                progress.movedTo(),
                progress.endedAt());
    }
}
