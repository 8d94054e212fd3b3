/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Removes in time what may not be kept longer; every replica does. */
@ApplicationScoped
class ContentSweep {
    private final ContentRemovalService service;

    ContentSweep(ContentRemovalService service) {
        this.service = service;
    }

    @Scheduled(
            every = "${saumaton.retention.sweep-every:PT10M}",
            delayed = "PT1M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return service.sweep().replaceWithVoid();
    }
}
