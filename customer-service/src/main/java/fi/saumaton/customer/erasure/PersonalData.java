/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** All that this service has of one person: the very rows that an erasure would remove, and who looked at them. */
public record PersonalData(
        UUID customerId,

        @Schema(description = "All ids that the person is known by")
        List<UUID> customerIds,

        @Schema(description = "For the other services, which know the person by these")
        List<UUID> conversationIds,

        Instant exportedAt,

        @Schema(description = "Rows by table") Map<String, List<JsonNode>> tables) {}
