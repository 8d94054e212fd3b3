/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.channel.Sender;

/** A conversation as the people who serve see it, over REST and in the stream. Customers never get it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ConversationView(
        UUID conversationId,
        String reference,
        String channel,
        String channelKind,
        String subject,
        String language,
        String state,
        boolean replyDue,
        Instant replyDueSince,
        Instant openedAt,
        Instant lastMessageAt,
        Instant closedAt,
        Sender sender,
        Owner owner,
        CustomerSummary customer,
        IssueSummary issue,
        long version) {}
