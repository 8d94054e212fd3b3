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
    String CHANGED = "fi.saumaton.customer.touchpoint-changed.v1";
    String REMOVED = "fi.saumaton.customer.touchpoint-removed.v1";

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

    /**
     * The system sent a newer version of an entry; without personal data.
     *
     * @param customerId whose it is now
     */
    record Changed(
            UUID customerId,
            UUID touchpointId,
            String kind,
            String system,
            String externalId,
            long version,
            Instant occurredAt,
            Instant changedAt)
            implements TouchpointEvent {}

    /**
     * An entry was taken away from a timeline, or has become another customer's.
     *
     * @param customerId whose it was
     */
    record Removed(UUID customerId, UUID touchpointId, String system, String externalId, Instant removedAt)
            implements TouchpointEvent {}
}
