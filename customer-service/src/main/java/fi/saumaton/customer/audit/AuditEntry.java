/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody looked at a customer. */
public record AuditEntry(
        UUID entryId,
        Instant at,
        @Schema(description = "The token's sub") String actorId,
        @Schema(examples = "Jenni") String actorName,

        @Schema(description = "supervisor, agent, admin, auditor, colleague, or client for a partner's system")
        String actorRole,

        @Schema(description = "As shown at that time") UUID customerId,

        @Schema(examples = "glance") String action,
        @Schema(examples = "service") String purpose,

        @Schema(description = "Whether the purpose was said; else it follows from the role")
        boolean stated,

        @Schema(description = "The last conversation that the actor had with the customer; absent when none")
        UUID conversationId) {}
