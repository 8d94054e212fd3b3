/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who has come.
 *
 * @param reference of the conversation
 * @param text who and what for
 * @param announcedAt when they came
 * @param acknowledgeBy when somebody should have seen them at the latest
 * @param waitedSeconds until they were acknowledged, or until now
 * @param late nobody saw them in time
 * @param acknowledgedBy who goes to meet them, absent as long as nobody does
 * @param reply what they are told, absent when nothing was said yet
 */
@Schema(name = "Visit")
public record Visit(
        UUID id,
        UUID conversationId,
        String reference,
        String text,
        Instant announcedAt,
        Instant acknowledgeBy,
        long waitedSeconds,
        boolean late,
        Instant acknowledgedAt,
        String acknowledgedBy,
        String reply) {

    /** What the row says, at this moment. */
    static Visit of(Object[] row, Duration within, Instant now) {
        var announcedAt = (Instant) row[4];
        var acknowledgedAt = (Instant) row[5];
        var end = acknowledgedAt == null ? now : acknowledgedAt;
        return new Visit(
                UUID.fromString((String) row[0]),
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                announcedAt,
                announcedAt.plus(within),
                Math.max(0, Duration.between(announcedAt, end).toSeconds()),
                end.isAfter(announcedAt.plus(within)),
                acknowledgedAt,
                (String) row[6],
                (String) row[7]);
    }
}
