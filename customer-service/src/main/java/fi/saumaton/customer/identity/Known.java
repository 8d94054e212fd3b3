/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.UUID;

/**
 * A handle that is in the database.
 *
 * @param bornWith the customer it was first met with
 * @param customerId the surviving customer it belongs to now
 */
record Known(UUID handleId, UUID bornWith, UUID customerId) {}
