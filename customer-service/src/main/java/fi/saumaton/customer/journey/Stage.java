/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.customer.picture.Texts;

/** A stage of the life cycle and the rule for being in it. */
@Schema(description = "A stage of the life cycle; a customer is in the first one whose conditions all hold")
record Stage(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @Schema(examples = "at-risk")
        String key,

        @NotNull @Valid Texts name,

        @NotNull
        @Size(min = 1, max = 10)
        @Schema(description = "Besides the picture, conditions know stage, stageSince and risk")
        List<@NotNull @Valid Clause> conditions) {}
