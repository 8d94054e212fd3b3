/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A condition and what it means in words. */
@Schema(description = "A condition, and what it means in words for those who read the explanation")
public record Clause(
        @NotNull @Valid Texts says,

        @NotBlank
        @Size(max = 2_000)
        @Schema(
                description = "CEL over the customer's picture: true or false, or a list, which holds by its entries",
                examples = "bought.filter(b, b.product.mentions('chainsaw'))")
        String condition) {}
