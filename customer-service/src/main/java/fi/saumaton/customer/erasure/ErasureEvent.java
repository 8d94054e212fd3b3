/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is told of an erasure. Wire form: contracts/events/customer and contracts/events/erasure. */
public sealed interface ErasureEvent {
    String ERASED = "fi.saumaton.customer.erased.v1";

    /** On each service's own topic. */
    String ANSWERED = "fi.saumaton.erasure.answered.v1";

    UUID erasureId();

    /**
     * Everybody removes what they have of the person. It may come again, with conversations that came to light later.
     *
     * @param customerId the customer as shown last
     * @param customerIds all ids the person was known by, this one included
     * @param erasedAt what happened before is the erased person's; what they do later is somebody new's
     */
    record Erased(
            UUID erasureId,
            UUID customerId,
            List<UUID> customerIds,
            List<UUID> conversationIds,
            List<UUID> issueIds,
            Instant erasedAt)
            implements ErasureEvent {}

    /**
     * A service has removed what it had.
     *
     * @param removed rows by table
     * @param settled false as long as it still works on the rest; who does not say so is done
     */
    record Answered(
            UUID erasureId,
            UUID customerId,
            String service,
            Map<String, Long> removed,
            Boolean settled,
            Instant answeredAt)
            implements ErasureEvent {
        public Answered {
            settled = settled == null || settled;
            Objects.requireNonNull(erasureId, "erasureId");
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(removed, "removed");
            Objects.requireNonNull(answeredAt, "answeredAt");
        }
    }
}
