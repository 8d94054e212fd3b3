/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of the life cycle's rules. */
@Schema(description = "One version of the life cycle's rules")
record RulesVersion(
        @Schema(description = "The value of the ETag") int version,
        JourneyRules content,
        @Schema(description = "Who made this version") String madeBy,
        Instant madeAt) {}
