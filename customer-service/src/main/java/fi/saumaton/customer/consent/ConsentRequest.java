/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer said about a purpose. */
public record ConsentRequest(
        @NotNull Boolean given,

        @NotBlank @Size(max = 60) @Schema(description = "Where it was said", examples = "phone")
        String source,

        @Size(max = 300) @Schema(description = "Where it can be looked up", examples = "conversation 7KMQ-2")
        String evidence,

        @Size(max = 40)
        @Schema(description = "The version of the text that the customer saw; the present one if left out")
        String wording,

        @Schema(description = "When the customer said so, not in the future; now if left out")
        Instant at) {}
