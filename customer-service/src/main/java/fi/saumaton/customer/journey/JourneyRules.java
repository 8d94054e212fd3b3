/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Clause;

/** A company's life cycle: its stages and the terms of the risk to leave. */
@Schema(
        description =
                "The stages of the life cycle, in the order in which they are tried, and the terms of the risk to leave")
record JourneyRules(
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Stage> stages,
        @NotNull @Size(max = 30) List<@NotNull @Valid Term> terms,

        @Min(1) @Max(1_000) @Schema(description = "From this sum on the risk is raised", examples = "3")
        int raised,

        @Min(1) @Max(1_000) @Schema(description = "From this sum on the risk is high", examples = "6")
        int high) {

    /** All conditions, those of the stages first: the order in which mistakes count them. */
    List<Clause> clauses() {
        return Stream.concat(
                        stages.stream().flatMap(stage -> stage.conditions().stream()),
                        terms.stream().map(Term::clause))
                .toList();
    }

    boolean namesAreUnique() {
        return stages.stream().map(Stage::key).distinct().count() == stages.size()
                && terms.stream().map(Term::key).distinct().count() == terms.size();
    }
}
