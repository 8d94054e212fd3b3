/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Reason;

/** How likely a customer is to leave, as a sum of terms. */
@Schema(description = "The risk to leave: a sum of countable events, each of them shown")
record Risk(
        @Schema(description = "The sum of the terms' points, not below 0", examples = "6")
        int score,

        @Schema(enumeration = {"low", "raised", "high"}) String level,

        @Schema(description = "The terms that count, the weightiest first")
        List<Part> terms) {

    /** One term of the sum. */
    @Schema(description = "One term of the sum: points times count")
    record Part(
            @Schema(examples = "complaints") String key,
            @Schema(examples = "2") int count,

            @Schema(description = "For each", examples = "3")
            int points,

            @Schema(description = "Count times points", examples = "6")
            int sum,

            Reason reason) {}
}
