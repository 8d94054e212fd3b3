/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.channel.Handle;

/**
 * Whose conversation it is, as customer-service told last.
 *
 * @param verified at least one personal handle is proven
 * @param claimedCustomerId whom the sender says to be, without proof
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record CustomerSummary(
        UUID customerId,
        String displayName,
        boolean verified,
        UUID claimedCustomerId,
        String claimedDisplayName,
        List<Handle> claims) {
    /** The same without whom the sender says to be. */
    CustomerSummary unclaimed() {
        return new CustomerSummary(customerId, displayName, verified, null, null, claims);
    }
}
