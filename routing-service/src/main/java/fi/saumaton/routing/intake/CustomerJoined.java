/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One customer turned out to be another one. Wire form: contracts/events/customer.
 *
 * @param customerId who remains
 */
@RegisterForReflection
record CustomerJoined(@NotNull UUID customerId, @NotNull UUID joinedCustomerId) {
    static final String TYPE = "fi.saumaton.customer.joined.v1";
}
