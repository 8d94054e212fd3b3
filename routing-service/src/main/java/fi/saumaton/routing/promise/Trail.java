/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * What has been said in the promise's conversation since it was made, as far as it may become evidence.
 *
 * @param oursAt when we wrote; null when we have not, or it did not arrive
 * @param oursId our message
 * @param answeredAt when the customer answered it with more than thanks
 * @param attempts how often somebody tried and reached nobody
 */
public record Trail(Instant oursAt, UUID oursId, Instant answeredAt, int attempts) {
    static final Trail NONE = new Trail(null, null, null, 0);

    Trail wrote(Instant at, UUID message) {
        return new Trail(at, message, null, attempts);
    }

    Trail failed() {
        return new Trail(null, null, null, attempts);
    }

    Trail answered(Instant at) {
        return new Trail(oursAt, oursId, at, attempts);
    }

    Trail tried() {
        return new Trail(oursAt, oursId, answeredAt, attempts + 1);
    }
}
