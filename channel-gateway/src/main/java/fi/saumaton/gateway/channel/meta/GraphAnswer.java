/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

/**
 * What the Graph API answered.
 *
 * @param body a missing node when it was no JSON
 * @param retryAfter as the header says; null when there is none
 */
public record GraphAnswer(int status, JsonNode body, Duration retryAfter) {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Optional<GraphError> error() {
        return GraphError.of(body.path("error"));
    }

    /**
     * What became of a message.
     *
     * @param id where the answer names it
     */
    public DeliveryOutcome outcome(String id, Function<GraphError, ErrorRule> rules) {
        if (isSuccess()) {
            return body.at(id).asText("").isBlank()
                    ? new DeliveryOutcome.Uncertain("The answer names no message")
                    : new DeliveryOutcome.Sent(body.at(id).asText());
        }
        return error().map(error -> rules.apply(error).outcome(error, retryAfter))
                .orElseGet(this::byStatus);
    }

    /** Without Meta's own error it was something on the way that answered, and a message may have got past it. */
    private DeliveryOutcome byStatus() {
        var reason = "Meta answered " + status;
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return new DeliveryOutcome.TemporaryFailure(reason, retryAfter, Scope.ACCOUNT);
        }
        return status >= SERVER_ERROR
                ? new DeliveryOutcome.Uncertain(reason)
                : new DeliveryOutcome.FinalFailure(reason, Integer.toString(status));
    }
}
