/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;

/** What became of one attempt to send. Reasons are for agents to read: no personal data, no stack traces. */
public sealed interface DeliveryOutcome {
    /** The provider has it. {@code providerMessageId}: its own id for the message, null when {@link Channel#outgoingId} already is the one. */
    record Sent(String providerMessageId) implements DeliveryOutcome {}

    /**
     * Not now (provider away, busy, greylisted): tried again.
     *
     * @param retryAfter as the provider says; null: our own growing gaps
     * @param scope what has to wait
     */
    record TemporaryFailure(String reason, Duration retryAfter, Scope scope) implements DeliveryOutcome {
        public TemporaryFailure(String reason) {
            this(reason, null, Scope.MESSAGE);
        }
    }

    /** Never (address unknown, text refused): the agent is told. {@code code}: the provider's own, null when it has none. */
    record FinalFailure(String reason, String code) implements DeliveryOutcome {
        public FinalFailure(String reason) {
            this(reason, null);
        }
    }

    /** It may have gone out: settled as the channel's {@link Capabilities#resend()} says. */
    record Uncertain(String reason) implements DeliveryOutcome {}

    /** What a temporary failure is about. */
    enum Scope {
        /** This message alone. */
        MESSAGE,
        /** Everything to this person. */
        RECIPIENT,
        /** Everything of this channel: its account is over a limit, or the provider is away. */
        ACCOUNT
    }

    static DeliveryOutcome sent() {
        return new Sent(null);
    }
}
