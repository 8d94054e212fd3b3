/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A customer was erased. Wire form: contracts/events/customer. */
@RegisterForReflection(targets = {ErasedCustomer.class, ErasedCustomer.Answer.class})
public record ErasedCustomer(
        @NotNull UUID erasureId,
        @NotNull UUID customerId,
        List<UUID> customerIds,
        @NotNull List<UUID> conversationIds,
        @NotNull Instant erasedAt) {
    public static final String TYPE = "fi.saumaton.customer.erased.v1";

    /** All ids that the customer was known by. */
    List<UUID> ids() {
        return customerIds == null ? List.of(customerId) : customerIds;
    }

    /**
     * What was removed here, rows by table. Wire form: contracts/events/erasure.
     *
     * @param settled whether that is all; not as long as work is still being ended
     */
    record Answer(
            UUID erasureId,
            UUID customerId,
            String service,
            Map<String, Long> removed,
            boolean settled,
            Instant answeredAt) {
        static final String TYPE = "fi.saumaton.erasure.answered.v1";
    }
}
