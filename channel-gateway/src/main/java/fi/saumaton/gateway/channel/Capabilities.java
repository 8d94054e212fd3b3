/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/**
 * What a channel can do.
 *
 * @param maxTextLength the longest text it takes, in characters
 * @param attachments files can go out with a message
 * @param deliveryReceipts the provider tells when a message has reached the customer's device
 * @param readReceipts the provider tells when it was read
 * @param startsConversations the company may write first
 * @param live customers are reached through the gateway's own stream: a message that is stored there is sent
 * @param resend what may be done when the outcome of an attempt is not known
 */
public record Capabilities(
        int maxTextLength,
        boolean attachments,
        boolean deliveryReceipts,
        boolean readReceipts,
        boolean startsConversations,
        boolean live,
        Resend resend) {

    /** What to do with a message that may or may not have gone out. */
    public enum Resend {
        /** Sent again under the same provider-visible id, so that the receiver can tell a duplicate. */
        SAME_ID,
        /** Never sent again by itself: it stays uncertain until a receipt settles it. */
        NEVER
    }
}
