/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A condition that held, and by what. */
@Schema(description = "A condition that held, in words, and the entries for which it did")
public record Reason(
        Texts says,

        @Schema(description = "Newest first; empty for a condition about what is not there")
        List<Evidence> entries) {

    /** An entry of the timeline, or an issue. */
    @Schema(description = "An entry of the customer's timeline, or an issue")
    public record Evidence(
            @Schema(description = "The entry's or the issue's id")
            String id,

            @Schema(examples = "Chainsaw CS-50") String shown,

            @Schema(examples = "2026-11-18T12:00:00Z") String at) {}
}
