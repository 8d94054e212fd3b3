/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message on its way to the customer.
 *
 * @param messageId ours; with {@link Channel#outgoingId} the id the provider sees, the same at every attempt
 * @param channel the channel's name
 * @param reference the conversation's short reference, for a subject line
 * @param to where it goes
 * @param toName display name of the customer, null when not known
 * @param subject the conversation's subject as the customer wrote it, null where there is none
 * @param text readable in every case, whatever the content is
 * @param authorName who answers, as the customer may see it; null for an automatic message
 * @param inReplyTo provider's id of the customer's message that this one answers; null when it answers none
 * @param references provider's ids of the conversation's earlier messages, oldest first
 * @param attempt 1 for the first
 * @param content what it is besides its text
 * @param files within the channel's {@link Capabilities#media()}
 * @param byPerson a person wrote it, not a program
 * @param customerWroteAt when the customer wrote last; null when they never did
 */
public record Outbound(
        UUID messageId,
        UUID conversationId,
        String channel,
        String reference,
        Handle to,
        String toName,
        String subject,
        String text,
        String authorName,
        String inReplyTo,
        List<String> references,
        int attempt,
        Content content,
        List<OutboundFile> files,
        boolean byPerson,
        Instant customerWroteAt) {

    /** Nothing but text. */
    public static Outbound text(
            UUID messageId,
            UUID conversationId,
            String channel,
            String reference,
            Handle to,
            String toName,
            String subject,
            String text,
            String authorName,
            String inReplyTo,
            List<String> references,
            int attempt) {
        return new Outbound(
                messageId,
                conversationId,
                channel,
                reference,
                to,
                toName,
                subject,
                text,
                authorName,
                inReplyTo,
                references,
                attempt,
                Content.text(),
                List.of(),
                true,
                null);
    }
}
