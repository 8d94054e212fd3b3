/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a rule. */
@Schema(description = "One version of a rule")
record SuggestionRule(
        @Schema(examples = "chain-oil") String ruleId,
        @Schema(description = "The value of the ETag") int version,
        RuleContent content,
        @Schema(description = "Who made this version") String madeBy,
        Instant madeAt) {}
