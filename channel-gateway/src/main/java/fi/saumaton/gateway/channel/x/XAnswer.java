/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Duration;
import java.time.Instant;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

/** What an answer of X's API means for a message that did not get through. */
final class XAnswer {
    private XAnswer() {}

    /**
     * @param status of HTTP, not 2xx
     * @param reset the header {@code x-rate-limit-reset}, seconds since 1970; null when there is none
     */
    static DeliveryOutcome refusal(int status, String reset, Instant now) {
        return switch (status) {
            case 429 -> new DeliveryOutcome.TemporaryFailure("X's limit is reached", until(reset, now), Scope.ACCOUNT);
            case 401 -> new DeliveryOutcome.TemporaryFailure("X does not accept the access token", null, Scope.ACCOUNT);
            case 403 ->
                refused(
                        "X does not allow it: the customer takes no messages from this account, or it has gone out before",
                        status);
            case 404 -> refused("The account or the post does not exist any more", status);
            case 503 -> new DeliveryOutcome.TemporaryFailure("X is not available", null, Scope.ACCOUNT);
            default ->
                status >= 500
                        ? new DeliveryOutcome.Uncertain("X answered " + status)
                        : refused("X answered " + status, status);
        };
    }

    private static DeliveryOutcome refused(String reason, int status) {
        return new DeliveryOutcome.FinalFailure(reason, Integer.toString(status));
    }

    /** At least a second: clocks differ, and a limit that should be over already is not asked at once. */
    private static Duration until(String reset, Instant now) {
        try {
            var wait = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)));
            return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
