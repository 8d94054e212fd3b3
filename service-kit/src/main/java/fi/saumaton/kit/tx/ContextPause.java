/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.tx;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Waiting without leaving the Vert.x context. Mutiny's own delay goes on from another thread, where sessions and
 * context locals are out of reach.
 */
public final class ContextPause {

    private ContextPause() {}

    /** Completes after the time, on the context on which it was subscribed. */
    public static Uni<Void> of(Duration time) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                emitter.fail(new IllegalStateException("Not on a Vert.x context"));
                return;
            }
            long millis = Math.max(1, time.toMillis());
            context.owner().setTimer(millis, timer -> context.runOnContext(nothing -> emitter.complete(null)));
        });
    }
}
