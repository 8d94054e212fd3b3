/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Starts the drains: at most one runs, and slots that commits ask for meanwhile wait for the next, all in one. Under load
 * that makes the batches larger instead of more.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Bits of {@link #state}: the wanted slots, and above them whether a drain runs. */
    private static final int ALL_SLOTS = (1 << Outbox.SLOTS) - 1;

    private static final int RUNNING = 1 << Outbox.SLOTS;

    private final Vertx vertx;
    private final Function<Integer[], Future<Void>> drain;
    private final Duration gathering;
    private final Runnable[] nudges = new Runnable[Outbox.SLOTS];
    private final AtomicInteger state = new AtomicInteger();
    private volatile boolean open = true;
    private volatile long lastBegun;

    /**
     * @param drain empties the slots that it is given
     * @param gathering the shortest time from the beginning of one drain to the beginning of the next
     */
    OutboxRelay(Vertx vertx, Function<Integer[], Future<Void>> drain, Duration gathering) {
        this.vertx = vertx;
        this.drain = drain;
        this.gathering = gathering;
        this.lastBegun = System.nanoTime() - gathering.toNanos();
        for (int slot = 0; slot < Outbox.SLOTS; slot++) {
            int number = slot;
            nudges[slot] = () -> nudge(number);
        }
    }

    /** One and the same action for a slot, so that a transaction with many events nudges once. */
    Runnable nudgeOf(int slot) {
        return nudges[slot];
    }

    /** The slot has something to send; returns at once. */
    void nudge(int slot) {
        if (open && (state.getAndUpdate(now -> now | RUNNING | 1 << slot) & RUNNING) == 0) {
            // A hop behind this moment: the other slots of the same commit come along.
            onNewContext(this::begin);
        }
    }

    /** At once after a silence; else what comes meanwhile goes along. */
    private void begin(Context context) {
        long rest = gathering.minusNanos(System.nanoTime() - lastBegun).toMillis();
        if (rest > 0 && open) {
            vertx.setTimer(rest, timer -> context.runOnContext(nothing -> run(context)));
        } else {
            run(context);
        }
    }

    private void run(Context context) {
        lastBegun = System.nanoTime();
        int wanted = state.getAndUpdate(now -> now & ~ALL_SLOTS) & ALL_SLOTS;
        drain.apply(slots(wanted)).onSuccess(drained -> ended(context)).onFailure(this::failed);
    }

    private static Integer[] slots(int wanted) {
        return IntStream.range(0, Outbox.SLOTS)
                .filter(slot -> (wanted & 1 << slot) != 0)
                .boxed()
                .toArray(Integer[]::new);
    }

    private void ended(Context context) {
        if (!open) {
            state.set(0);
        } else if (!state.compareAndSet(RUNNING, 0)) {
            context.runOnContext(nothing -> begin(context));
        }
    }

    /** The rows are still there, and the sweep comes back for them in a few seconds. */
    private void failed(Throwable failure) {
        state.set(0);
        if (open) {
            LOG.warnf("The outbox waits for the next sweep: %s", failure);
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
        while (state.get() != 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(10).toNanos());
        }
    }
}
