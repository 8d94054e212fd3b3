/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When drains begin, and what for; what they do is in {@link OutboxTest}. */
class OutboxRelayTest {

    private static final Duration GATHERING = Duration.ofSeconds(1);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Drain> drains = new LinkedBlockingQueue<>();
    private final OutboxRelay relay = new OutboxRelay(vertx, this::drain, GATHERING);

    private record Drain(List<Integer> slots, long begun, Promise<Void> end) {}

    private Future<Void> drain(Integer[] slots) {
        Promise<Void> end = Promise.promise();
        drains.add(new Drain(List.of(slots), System.nanoTime(), end));
        return end.future();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theFirstAfterASilenceGoesAtOnceAndWhatComesSoonAfterGoesTogether() throws InterruptedException {
        long nudged = System.nanoTime();
        relay.nudge(1);
        Drain first = next();
        first.end().complete();
        Stream.of(3, 2, 3).forEach(relay::nudge);
        relay.nudge(7);

        Drain second = next();

        assertEquals(List.of(1), first.slots());
        assertTrue(first.begun() - nudged < GATHERING.toNanos(), "the first one waited");
        assertEquals(List.of(2, 3, 7), second.slots());
        // Timers are of whole milliseconds.
        assertTrue(second.begun() - first.begun() > GATHERING.minusMillis(2).toNanos(), "the second one did not wait");
        second.end().complete();
        assertNull(drains.poll(2 * GATHERING.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Test
    void oneDrainAtATimeAndOneMoreForAllThatWasAskedForMeanwhile() throws InterruptedException {
        relay.nudge(0);
        Drain first = next();
        for (int slot = 0; slot < Outbox.SLOTS; slot++) {
            relay.nudge(slot);
        }
        assertNull(drains.poll(2 * GATHERING.toMillis(), TimeUnit.MILLISECONDS));

        first.end().complete();

        assertEquals(IntStream.range(0, Outbox.SLOTS).boxed().toList(), next().slots());
    }

    @Test
    void afterAFailureTheNextNudgeBeginsAnew() throws InterruptedException {
        relay.nudge(4);
        next().end().fail("no database");

        // What is nudged before the failure is known waits for the sweep.
        await().until(() -> {
            relay.nudge(5);
            return !drains.isEmpty();
        });
        assertEquals(List.of(5), next().slots());
    }

    private Drain next() throws InterruptedException {
        Drain drain = drains.poll(10, TimeUnit.SECONDS);
        assertNotNull(drain, "no drain began");
        return drain;
    }
}
