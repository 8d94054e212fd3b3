/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** What became of one attempt to send. Reasons are for agents to read: no personal data, no stack traces. */
public sealed interface DeliveryOutcome {
    /** The provider has it. {@code providerMessageId}: its own id for the message, null when {@link Channel#outgoingId} already is the one. */
    record Sent(String providerMessageId) implements DeliveryOutcome {}

    /** Not now (provider away, busy, greylisted): tried again with growing gaps. */
    record TemporaryFailure(String reason) implements DeliveryOutcome {}

    /** Never (address unknown, text refused): the agent is told. */
    record FinalFailure(String reason) implements DeliveryOutcome {}

    /** It may have gone out: settled as the channel's {@link Capabilities#resend()} says. */
    record Uncertain(String reason) implements DeliveryOutcome {}

    static DeliveryOutcome sent() {
        return new Sent(null);
    }
}
