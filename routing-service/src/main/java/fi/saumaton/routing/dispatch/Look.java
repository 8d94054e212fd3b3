/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Looks, on every replica and twice a second, whether something is left to do: a timer falls due, or inputs were stored by
 * a replica that died before it applied them. A timer that falls due before the next look is met to the millisecond.
 */
@ApplicationScoped
class Look {

    private static final Logger LOG = Logger.getLogger(Look.class);

    private final Vertx vertx;
    private final LookService service;
    private final Dispatcher dispatcher;
    private final long everyMillis;
    private volatile boolean open = true;

    Look(Vertx vertx, LookService service, Dispatcher dispatcher, DispatchConfig config) {
        this.vertx = vertx;
        this.service = service;
        this.dispatcher = dispatcher;
        this.everyMillis = config.lookEvery().toMillis();
    }

    void start(@Observes StartupEvent event) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> look(context));
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    private void look(Context context) {
        service.look().subscribe().with(seen -> act(seen, context), failure -> later(failure, context));
    }

    private void act(LookService.Seen seen, Context context) {
        if (seen.somethingWaits()) {
            dispatcher.nudge();
        } else if (seen.millisToTimer() < everyMillis) {
            vertx.setTimer(seen.millisToTimer() + 1, timer -> dispatcher.nudge());
        }
        again(context);
    }

    private void later(Throwable failure, Context context) {
        if (open) {
            LOG.debugf("Nothing to be seen: %s", failure);
        }
        again(context);
    }

    private void again(Context context) {
        if (open) {
            vertx.setTimer(everyMillis, timer -> context.runOnContext(nothing -> look(context)));
        }
    }
}
