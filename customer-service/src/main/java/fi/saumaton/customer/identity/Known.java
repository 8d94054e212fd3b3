/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A handle that is in the database.
 *
 * @param atom its own customer row
 * @param survivorId whom the atom redirects to at the moment
 * @param worn whether so many people use it that it tells nobody apart
 * @param endedAt when it changed hands; null as long as it has not
 */
record Known(UUID handleId, UUID atom, UUID survivorId, boolean worn, Instant endedAt) {
    boolean current() {
        return endedAt == null;
    }
}
