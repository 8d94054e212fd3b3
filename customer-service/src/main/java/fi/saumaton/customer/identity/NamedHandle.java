/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A handle as people write it. */
record NamedHandle(
        @NotBlank @Size(max = 80) @Schema(examples = "email")
        String kind,

        @NotBlank @Size(max = 255) @Schema(examples = "mikko@example.test")
        String value) {

    Handle read(HandleRule rule) {
        return rule.handle(kind, value).orElseThrow(() -> HandleProblem.invalid(kind));
    }
}
