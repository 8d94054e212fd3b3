/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Duration;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

/**
 * What one code of the Graph API means.
 *
 * @param pause before it is worth trying again; null leaves it to the gateway's own growing gaps
 * @param reason for the agent to read
 */
public record ErrorRule(ErrorClass errorClass, Duration pause, String reason) {
    /** Until somebody has seen the alert, trying more often only makes the block longer. */
    private static final Duration TROUBLE = Duration.ofMinutes(5);

    public static ErrorRule retry(String reason) {
        return new ErrorRule(ErrorClass.RETRY, null, reason);
    }

    public static ErrorRule slowDown(String reason) {
        return new ErrorRule(ErrorClass.SLOW_DOWN, null, reason);
    }

    public static ErrorRule waitFor(Duration pause, String reason) {
        return new ErrorRule(ErrorClass.WAIT_FOR_RECIPIENT, pause, reason);
    }

    public static ErrorRule never(String reason) {
        return new ErrorRule(ErrorClass.FINAL, null, reason);
    }

    public static ErrorRule trouble(String reason) {
        return new ErrorRule(ErrorClass.ACCOUNT_TROUBLE, TROUBLE, reason);
    }

    /** The reason with the code, which support asks for. */
    public String reason(GraphError error) {
        return reason + " (" + error.name() + ")";
    }

    /** @param retryAfter as the answer's header says, which knows better; null when it says nothing */
    public DeliveryOutcome outcome(GraphError error, Duration retryAfter) {
        var told = reason(error);
        var later = retryAfter == null ? pause : retryAfter;
        return switch (errorClass) {
            case RETRY -> new DeliveryOutcome.TemporaryFailure(told, later, Scope.MESSAGE);
            case WAIT_FOR_RECIPIENT -> new DeliveryOutcome.TemporaryFailure(told, later, Scope.RECIPIENT);
            case SLOW_DOWN, ACCOUNT_TROUBLE -> new DeliveryOutcome.TemporaryFailure(told, later, Scope.ACCOUNT);
            case FINAL -> new DeliveryOutcome.FinalFailure(told, error.name());
        };
    }
}
