/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.conversation.IssueSummary;

/** What the gateway reads of customer-service's events; wire form: contracts/events/customer. */
@RegisterForReflection(targets = {CustomerEvent.Identified.class, CustomerEvent.IssueChanged.class})
sealed interface CustomerEvent {

    /** Who it is, and which matter. It comes again when more is known. */
    record Identified(
            @NotNull UUID customerId,
            @NotNull UUID conversationId,
            long conversationVersion,
            boolean verified,
            String displayName,
            List<Handle> claims,
            UUID claimedCustomerId,
            String claimedDisplayName,
            IssueSummary issue,
            @NotNull Instant identifiedAt)
            implements CustomerEvent {}

    /** Resolved or reopened: which of them stands in the event's type. */
    record IssueChanged(@NotNull UUID issueId) implements CustomerEvent {}
}
