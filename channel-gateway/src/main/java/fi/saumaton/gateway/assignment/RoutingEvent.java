/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the gateway reads of routing's events; wire form: contracts/events/routing. */
@RegisterForReflection(
        targets = {
            RoutingEvent.Queued.class,
            RoutingEvent.OfferMade.class,
            RoutingEvent.OfferEnded.class,
            RoutingEvent.Assigned.class
        })
sealed interface RoutingEvent {
    UUID conversationId();

    /** It waits in a queue; whoever had it has it no longer. */
    record Queued(@NotNull UUID conversationId, String reason) implements RoutingEvent {}

    record OfferMade(
            @NotNull UUID offerId,
            @NotNull UUID workItemId,
            @NotNull UUID conversationId,
            @NotBlank String agentId,
            String queue,
            @NotNull Instant expiresAt)
            implements RoutingEvent {}

    /** Accepted, declined, timed out or rescinded: the outcome stands in the event's type. */
    record OfferEnded(
            @NotNull UUID offerId,
            @NotNull UUID conversationId,
            @NotBlank String agentId,
            String reason) implements RoutingEvent {}

    record Assigned(
            @NotNull UUID workItemId,
            @NotNull UUID conversationId,
            @NotBlank String agentId,
            String agentName,
            long assignmentNumber)
            implements RoutingEvent {}
}
