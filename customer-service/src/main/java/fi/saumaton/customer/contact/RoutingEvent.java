/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is read of {@code routing.events}. */
sealed interface RoutingEvent {
    String ASSIGNED = "fi.saumaton.work-item.assigned.v1";

    /** An agent has the conversation from now on; the number grows with every assignment of it. */
    record Assigned(UUID conversationId, String agentId, String agentName, long assignmentNumber, Instant assignedAt)
            implements RoutingEvent {
        public Assigned {
            Objects.requireNonNull(conversationId, "conversationId");
            Objects.requireNonNull(agentId, "agentId");
            Objects.requireNonNull(assignedAt, "assignedAt");
        }
    }
}
