/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An entry that a back-office system pushed, as far as facts are concerned. */
public record Event(
        UUID touchpointId, UUID customerId, String kind, String system, Map<String, Object> data, Instant occurredAt) {
    /** Ends the kind of what has not taken place: a planned visit is not one that was experienced. */
    public static final String AHEAD = "-ahead";
}
