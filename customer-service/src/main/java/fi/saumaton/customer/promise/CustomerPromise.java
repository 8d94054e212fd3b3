/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A promise to the customer, as whoever meets them needs to see it. */
@RegisterForReflection
@Schema(name = "CustomerPromise")
public record CustomerPromise(
        UUID promiseId,
        @Schema(examples = "call-back") String kind,

        @Schema(examples = "We call you back about the chain oil")
        String text,

        @Schema(description = "open, due-soon, late; or broken, within the last 30 days", examples = "open")
        String state,

        Instant from,
        @Schema(description = "Late from then on") Instant until,

        @Schema(description = "agent, team or queue", examples = "agent")
        String ownerType,

        String ownerId,
        String ownerName,
        UUID issueId,
        UUID conversationId) {}
