/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sees to an issue until it is resolved, whoever answers in between. */
@Schema(description = "An agent or a team that sees to an issue until it is resolved")
public record Owner(
        @NotNull @Pattern(regexp = "agent|team") @Schema(enumeration = {"agent", "team"})
        String type,

        @Schema(description = "An agent's subject, a team's id") @NotBlank @Size(max = 100)
        String id,

        @Size(max = 100) @Schema(examples = "Jenni") String name) {

    /** As the history tells it. */
    String told() {
        return type + " " + (name == null ? id : name);
    }
}
