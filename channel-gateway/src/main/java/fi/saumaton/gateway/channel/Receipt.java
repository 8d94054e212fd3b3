/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;

/**
 * News of a message of ours. Receipts are facts, not steps: they come in any order, more than once, also before the answer to the send itself; the highest
 * rank wins.
 *
 * @param channel the channel's name
 * @param providerMessageId as in {@link Channel#outgoingId}, or as the provider answered in {@link DeliveryOutcome.Sent}
 * @param reason why it failed, in words for agents; null otherwise
 * @param code the provider's own code of the failure; null otherwise
 */
public record Receipt(String channel, String providerMessageId, Status status, String reason, String code, Instant at) {
    public Receipt {
        providerMessageId = Text.key(providerMessageId);
        reason = Text.clean(reason);
        code = Text.clean(code);
    }

    public Receipt(String channel, String providerMessageId, Status status, String reason, Instant at) {
        this(channel, providerMessageId, status, reason, null, at);
    }

    /** What a receipt can say. */
    public enum Status {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }
}
