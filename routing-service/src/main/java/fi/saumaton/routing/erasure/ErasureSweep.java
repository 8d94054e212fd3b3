/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Comes back to erased customers on whose conversations somebody still worked. */
@ApplicationScoped
class ErasureSweep {
    private final ErasureService erasures;

    ErasureSweep(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Scheduled(every = "${routing.erasure.sweep-every:PT20S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return erasures.sweep();
    }
}
