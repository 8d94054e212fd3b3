/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.UUID;

/**
 * Who was met.
 *
 * @param source the sighting's
 * @param customerId the surviving customer
 * @param recordedUnder the customer that the sender's surest handle was born with: what happens is recorded under it,
 *     so that taking a link back later parts the histories as they came
 * @param created whether nobody knew the customer before
 * @param events what the identification changed, to be published
 */
public record Identification(
        UUID source, UUID customerId, UUID recordedUnder, boolean created, List<CustomerEvent> events) {}
