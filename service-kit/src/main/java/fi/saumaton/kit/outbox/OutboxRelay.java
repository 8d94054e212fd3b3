/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Starts the drains: per slot at most one runs and one more waits, however many commits ask for it meanwhile. Under load
 * that makes the batches larger instead of more.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private static final int IDLE = 0;
    private static final int RUNNING = 1;
    private static final int RUNNING_AND_WANTED = 2;

    private final Vertx vertx;
    private final OutboxDrain drain;
    private final Runnable[] nudges = new Runnable[Outbox.SLOTS];
    private final AtomicInteger[] states = new AtomicInteger[Outbox.SLOTS];
    private volatile boolean open = true;

    OutboxRelay(Vertx vertx, OutboxDrain drain) {
        this.vertx = vertx;
        this.drain = drain;
        for (int slot = 0; slot < Outbox.SLOTS; slot++) {
            int number = slot;
            states[slot] = new AtomicInteger(IDLE);
            nudges[slot] = () -> nudge(number);
        }
    }

    /** One and the same action for a slot, so that a transaction with many events nudges once. */
    Runnable nudgeOf(int slot) {
        return nudges[slot];
    }

    /** The slot has something to send; returns at once. */
    void nudge(int slot) {
        if (open && states[slot].getAndUpdate(state -> state == IDLE ? RUNNING : RUNNING_AND_WANTED) == IDLE) {
            onNewContext(context -> run(slot, context));
        }
    }

    private void run(int slot, Context context) {
        drain.slot(slot).onSuccess(drained -> ended(slot, context)).onFailure(failure -> failed(slot, failure));
    }

    private void ended(int slot, Context context) {
        if (!open || states[slot].compareAndSet(RUNNING, IDLE)) {
            if (!open) {
                states[slot].set(IDLE);
            }
            return;
        }
        states[slot].set(RUNNING);
        context.runOnContext(nothing -> run(slot, context));
    }

    /** The rows are still there, and the sweep comes back for them in a few seconds. */
    private void failed(int slot, Throwable failure) {
        states[slot].set(IDLE);
        if (open) {
            LOG.warnf("Outbox slot %d waits for the next sweep: %s", slot, failure);
        }
    }

    /** A context of the drain's own: nothing of the request or message that nudged it. */
    private void onNewContext(Consumer<Context> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> work.accept(context));
    }

    /** Starts no more drains and gives those that run a moment to end; what is left stays in the table. */
    void close(Duration patience) {
        open = false;
        long end = System.nanoTime() + patience.toNanos();
        while (busy() && System.nanoTime() < end) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(10).toNanos());
        }
    }

    private boolean busy() {
        for (AtomicInteger state : states) {
            if (state.get() != IDLE) {
                return true;
            }
        }
        return false;
    }
}
