/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.customer.picture.Texts;

/** What a rule says: what to offer, when all of its conditions hold. */
@Schema(description = "What to offer to customers of whom all conditions hold")
record RuleContent(
        @Schema(description = "Off: nothing is offered by it")
        boolean active,

        @Min(0) @Max(100) @Schema(description = "The highest is shown first", examples = "50")
        int priority,

        @NotNull @Valid Texts title,
        @NotNull @Valid Texts text,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Clause> conditions,

        @Min(0) @Max(3650) @Schema(description = "Days until it is asked again after later; 0 is never", examples = "7")
        int laterDays,

        @Min(0)
        @Max(3650)
        @Schema(description = "Days until it is asked again after refused; 0 is never", examples = "0")
        int refusedDays,

        @Min(0) @Max(3650) @Schema(description = "Days until it is asked again after taken; 0 is never", examples = "0")
        int takenDays) {

    /** After which time it may be asked again; 0 is never. */
    int daysAfter(Outcome outcome) {
        return switch (outcome) {
            case LATER -> laterDays;
            case REFUSED -> refusedDays;
            case TAKEN -> takenDays;
        };
    }
}
