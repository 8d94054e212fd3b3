/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What happened to a customer. Wire form: contracts/events/customer. */
public sealed interface CustomerEvent {
    UUID customerId();

    String type();

    /** A customer was met for the first time. */
    record Created(UUID customerId, Instant createdAt) implements CustomerEvent {
        @Override
        public String type() {
            return "fi.saumaton.customer.created.v1";
        }
    }

    /**
     * Evidence tied a personal handle to a customer, or two customers to each other.
     *
     * @param joinedCustomerId who redirects to this customer from now on; null when nobody does
     */
    record Linked(UUID customerId, StatedHandle handle, BigDecimal confidence, UUID joinedCustomerId, Instant linkedAt)
            implements CustomerEvent {
        @Override
        public String type() {
            return "fi.saumaton.customer.linked.v1";
        }
    }
}
