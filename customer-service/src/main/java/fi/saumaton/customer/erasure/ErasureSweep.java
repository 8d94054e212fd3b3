/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.retention.Forgetting;

/** The second pass of erasures, and the end of their hashes. */
@ApplicationScoped
class ErasureSweep {
    private static final String HANDLES = Forgetting.rows("erased_handle", "erased_at < ?1");

    private final ErasureService erasures;
    private final Forgetting forgetting;
    private final ErasureConfig config;

    ErasureSweep(ErasureService erasures, Forgetting forgetting, ErasureConfig config) {
        this.erasures = erasures;
        this.forgetting = forgetting;
        this.config = config;
    }

    @Scheduled(
            every = "${customer.erasure.sweep-every:PT20S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return all().chain(() -> forgetting.forget("hashes of erased handles", config.handles(), HANDLES))
                .replaceWithVoid();
    }

    private Uni<Void> all() {
        return erasures.sweep().chain(more -> more ? all() : Uni.createFrom().voidItem());
    }
}
