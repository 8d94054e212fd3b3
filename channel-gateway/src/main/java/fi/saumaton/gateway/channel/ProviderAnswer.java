/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import io.vertx.core.MultiMap;

/** What a provider answered. */
public record ProviderAnswer(int status, MultiMap headers, byte[] body) {
    private static final int TOO_MANY = 429;

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the same may succeed later, by the status alone. */
    public boolean isTemporary() {
        return status == 408 || status == 425 || status == TOO_MANY || status >= 500;
    }

    /** Of the header Retry-After, in seconds or as a date; null when there is none that can be read, zero when it is over. */
    public Duration retryAfter(Instant now) {
        var value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            return until(value.strip(), now);
        }
    }

    private static Duration until(String date, Instant now) {
        try {
            var at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The outcome by the status alone, for providers that say nothing better: 2xx is sent, what may succeed later is tried again (429: everything of the
     * account waits), the rest is final.
     */
    public DeliveryOutcome outcome(Instant now) {
        if (isSuccess()) {
            return DeliveryOutcome.sent();
        }
        var reason = "The receiver answered " + status;
        if (!isTemporary()) {
            return new DeliveryOutcome.FinalFailure(reason, Integer.toString(status));
        }
        var scope = status == TOO_MANY ? DeliveryOutcome.Scope.ACCOUNT : DeliveryOutcome.Scope.MESSAGE;
        return new DeliveryOutcome.TemporaryFailure(reason, retryAfter(now), scope);
    }
}
