/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;

/**
 * News of a message of ours. Receipts are facts, not steps: they come in any order, more than once, and the highest rank wins.
 *
 * @param channel the channel's name
 * @param providerMessageId as in {@link Channel#outgoingId}, or as the provider answered in {@link DeliveryOutcome.Sent}
 * @param reason why it failed, in the provider's words; null otherwise
 */
public record Receipt(String channel, String providerMessageId, Status status, String reason, Instant at) {
    public Receipt {
        providerMessageId = Text.key(providerMessageId);
        reason = Text.clean(reason);
    }

    /** What a receipt can say. */
    public enum Status {
        DELIVERED,
        READ,
        FAILED
    }
}
