/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.time.Duration;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

/** What an answer of LinkedIn's API means for a comment that did not get through. */
final class LinkedInAnswer {
    private LinkedInAnswer() {}

    /** {@code retryAfter}: as the answer says, null when it does not; limits are counted per day, and an hour is soon enough. */
    static DeliveryOutcome refusal(int status, Duration retryAfter) {
        return switch (status) {
            case 429 ->
                new DeliveryOutcome.TemporaryFailure(
                        "LinkedIn's limit for the day is reached",
                        retryAfter == null ? Duration.ofHours(1) : retryAfter,
                        Scope.ACCOUNT);
            case 401 ->
                new DeliveryOutcome.TemporaryFailure("LinkedIn does not accept the access token", null, Scope.ACCOUNT);
            case 403 -> refused("The app, or the member behind its token, may not comment for the page", status);
            case 404 -> refused("The post or comment does not exist any more", status);
            case 426 -> refused("LinkedIn does not speak the configured version of its API any more", status);
            case 503 -> new DeliveryOutcome.TemporaryFailure("LinkedIn is not available", retryAfter, Scope.ACCOUNT);
            default ->
                status >= 500
                        ? new DeliveryOutcome.Uncertain("LinkedIn answered " + status)
                        : refused("LinkedIn answered " + status, status);
        };
    }

    private static DeliveryOutcome refused(String reason, int status) {
        return new DeliveryOutcome.FinalFailure(reason, Integer.toString(status));
    }
}
