/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Comes back to erased customers of whom something was being logged at that moment. */
@ApplicationScoped
class ErasureSweep {
    private final ErasureService erasures;

    ErasureSweep(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Scheduled(
            every = "${analytics.erasure.sweep-every:PT5M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return erasures.sweep();
    }
}
