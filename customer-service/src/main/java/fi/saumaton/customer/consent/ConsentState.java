/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer stands with one purpose. */
public record ConsentState(
        @Schema(examples = "marketing") String purpose,

        @Schema(description = "By language", examples = "{\"en\": \"Marketing\"}")
        Map<String, String> title,

        @Schema(
                description = "given, withdrawn, or none when the customer has never said anything: no consent either",
                examples = "given")
        String state,

        @Schema(description = "The version of the text that is shown now")
        String wording,

        @Schema(description = "The word that holds; absent when none was said")
        ConsentEntry since) {
    static final String GIVEN = "given";
    static final String WITHDRAWN = "withdrawn";
    static final String NONE = "none";

    /** At a moment. */
    @Schema(name = "Consents")
    public record All(Instant at, List<ConsentState> consents) {}
}
