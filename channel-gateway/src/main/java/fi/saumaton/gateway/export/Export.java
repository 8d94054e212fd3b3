/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What the platform has of one person. */
public record Export(
        UUID customerId,
        Instant exportedAt,

        @Schema(description = "By service and table, row by row; in the figures the person stands under an id only")
        Map<String, Map<String, List<JsonNode>>> services) {}
