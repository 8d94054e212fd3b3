/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;

/**
 * Looks for a message whose send got no answer among the latest of its conversation, as Meta lists them: the same words, from us, not before it was written,
 * and none that we know already. What is not listed may still come, so that proves nothing.
 */
final class Listing {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

    /** Clocks differ, and Meta leaves out the fraction of the second. */
    private static final long TOLERANCE_SECONDS = 60;

    private final Outbound message;

    Listing(Outbound message) {
        this.message = message;
    }

    /** What to ask for, below the page. */
    static String query(Platform platform, Outbound message) {
        return "/conversations?platform=" + platform.kind() + "&user_id="
                + message.to().value() + "&fields=messages.limit(20)%7Bid,message,from,created_time%7D";
    }

    DeliveryOutcome outcome(GraphAnswer answer) {
        for (var listed : answer.body().at("/data/0/messages/data")) {
            if (isIt(listed)) {
                return new DeliveryOutcome.Sent(listed.path("id").asText());
            }
        }
        return new DeliveryOutcome.Uncertain("Meta does not list the message");
    }

    private boolean isIt(JsonNode listed) {
        var id = listed.path("id").asText("");
        return !id.isEmpty()
                && listed.path("message")
                        .asText("")
                        .strip()
                        .equals(message.text().strip())
                && !listed.path("from")
                        .path("id")
                        .asText("")
                        .equals(message.to().value())
                && !message.references().contains(id)
                && !at(listed).isBefore(writtenAt().minusSeconds(TOLERANCE_SECONDS));
    }

    private static Instant at(JsonNode listed) {
        try {
            return OffsetDateTime.parse(listed.path("created_time").asText(""), TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** Our ids begin with the millisecond they were given (UUIDv7). */
    private Instant writtenAt() {
        return Instant.ofEpochMilli(message.messageId().getMostSignificantBits() >>> 16);
    }
}
