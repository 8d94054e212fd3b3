/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One word of the customer's: a consent given or taken back. */
public record ConsentEntry(
        UUID consentId,
        @Schema(examples = "marketing") String purpose,
        boolean given,

        @Schema(description = "When the customer said so") Instant effectiveAt,

        Instant recordedAt,

        @Schema(description = "Where it was said", examples = "phone")
        String source,

        @Schema(description = "Where it can be looked up", examples = "conversation 7KMQ-2")
        String evidence,

        @Schema(description = "The version of the text that the customer saw")
        String wording,

        String recordedBy,
        @Schema(examples = "Jenni") String recordedByName) {}
