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

    /** A customer turned out to be another one, to whom it redirects from now on. */
    record Joined(UUID customerId, UUID joinedCustomerId, Instant joinedAt) implements CustomerEvent {
        @Override
        public String type() {
            return "fi.saumaton.customer.joined.v1";
        }
    }

    /** What held two customers together was taken back: one that redirected to this customer is its own again. */
    record Parted(UUID customerId, UUID partedCustomerId, Instant partedAt) implements CustomerEvent {
        @Override
        public String type() {
            return "fi.saumaton.customer.parted.v1";
        }
    }

    /**
     * A link was taken back.
     *
     * @param evidence what it rested on, a code of {@link Evidence}
     * @param unlinkedBy who took it back, by the token's subject
     */
    record Unlinked(UUID customerId, UUID linkId, String evidence, String unlinkedBy, Instant unlinkedAt)
            implements CustomerEvent {
        @Override
        public String type() {
            return "fi.saumaton.customer.unlinked.v1";
        }
    }
}
