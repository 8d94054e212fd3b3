/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.UUID;

/** What happened on a timeline that others may want to know. Wire form: contracts/events/customer. */
sealed interface TouchpointEvent {
    String RECORDED = "fi.saumaton.customer.touchpoint-recorded.v1";

    /** A back-office system put an entry on the timeline; without personal data. */
    record Recorded(
            UUID customerId,
            UUID touchpointId,
            String kind,
            String system,
            String externalId,
            Instant occurredAt,
            Instant recordedAt)
            implements TouchpointEvent {}
}
