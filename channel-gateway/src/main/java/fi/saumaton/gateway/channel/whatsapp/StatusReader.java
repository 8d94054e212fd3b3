/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.meta.GraphError;

/**
 * What became of a message of ours. A status names it by WhatsApp's id and, through the tracker that went out with it, by ours: so a status that comes
 * before the answer to the send, or after an answer that never came, finds it, too.
 */
final class StatusReader {
    private static final Pattern OUR_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private StatusReader() {}

    /** Empty when it says nothing of the way to the customer (deleted, warning). */
    static Optional<Receipt> read(String channel, JsonNode update, Instant at) {
        var tracker = update.path("biz_opaque_callback_data").asText("");
        var id = OUR_ID.matcher(tracker).matches() ? tracker : update.path("id").asText("");
        return id.isBlank()
                ? Optional.empty()
                : status(update.path("status").asText("")).map(status -> receipt(channel, id, status, update, at));
    }

    private static Receipt receipt(String channel, String id, Receipt.Status status, JsonNode update, Instant at) {
        if (status != Receipt.Status.FAILED) {
            return new Receipt(channel, id, status, null, null, at);
        }
        var error = GraphError.of(update.path("errors").path(0)).orElse(null);
        return error == null
                ? new Receipt(channel, id, status, "WhatsApp could not deliver it", null, at)
                : new Receipt(channel, id, status, WhatsAppErrors.rule(error).reason(error), error.name(), at);
    }

    /** A voice message that was played was read. */
    private static Optional<Receipt.Status> status(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "sent" -> Optional.of(Receipt.Status.SENT);
            case "delivered" -> Optional.of(Receipt.Status.DELIVERED);
            case "read", "played" -> Optional.of(Receipt.Status.READ);
            case "failed" -> Optional.of(Receipt.Status.FAILED);
            default -> Optional.empty();
        };
    }
}
