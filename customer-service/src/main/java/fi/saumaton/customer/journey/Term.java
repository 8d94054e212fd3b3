/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Clause;

/** A term of the risk: points for each entry that its condition finds. */
@Schema(description = "Countable events that make leaving likelier, or less likely")
record Term(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @Schema(examples = "complaints")
        String key,

        @Min(-20) @Max(20) @Schema(description = "For each entry; negative for what keeps a customer", examples = "3")
        int points,

        @Min(1) @Max(20) @Schema(description = "Entries that count, at most", examples = "2")
        int most,

        @NotNull @Valid Clause clause) {}
