/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;

/**
 * A steady rate of messages in conversations that an agent has. Each is timed from the moment it <em>should</em> have
 * been sent until its frame reaches the agent's socket, so a stall counts for every message it held up (coordinated
 * omission).
 */
final class PacedTraffic {

    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LoadSpec spec;
    private final Tally tally = new Tally();
    private final AtomicLong turns = new AtomicLong();
    private final ConcurrentHistogram latencies = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);

    PacedTraffic(LoadSpec spec) {
        this.spec = spec;
    }

    LoadResult run() throws InterruptedException {
        for (var username : Deskwork.AGENTS) {
            Agent.signIn(spec.doors(), username).live().onEvent(this::seen);
        }
        var begun = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var connection = 0; connection < spec.connections(); connection++) {
            threads.add(Thread.ofPlatform().start(() -> send(begun)));
        }
        for (var thread : threads) {
            thread.join();
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        awaitLast();
        return tally.result(
                seconds,
                Map.of(
                        "p50", latencies.getValueAtPercentile(50) / 1e3,
                        "p99", latencies.getValueAtPercentile(99) / 1e3,
                        "max", latencies.getMaxValue() / 1e3,
                        "count", (double) latencies.getTotalCount()));
    }

    private void send(long begun) {
        var total = (long) spec.rate() * spec.seconds();
        try (var connection = new HttpConnection(spec.target())) {
            for (var turn = turns.getAndIncrement(); turn < total; turn = turns.getAndIncrement()) {
                var intended = begun + turn * TimeUnit.SECONDS.toNanos(1) / spec.rate();
                for (var wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                var token = spec.visitorTokens()
                        .get((int) (turn % spec.visitorTokens().size()));
                var post = Posts.chat(token, "intended " + intended);
                tally.count(connection.post(post.path(), post.headers(), post.body()));
            }
        } catch (IOException e) {
            tally.count(0);
        }
    }

    private void seen(JsonNode event) {
        var arrived = System.nanoTime();
        var text = event.path("data").path("message").path("text").asText();
        if ("message.received".equals(event.path("kind").asText()) && text.startsWith("intended ")) {
            var micros = (arrived - Long.parseLong(text.substring(9))) / 1_000;
            latencies.recordValue(Math.clamp(micros, 0, latencies.getHighestTrackableValue()));
        }
    }

    private void awaitLast() {
        var giveUp = System.nanoTime() + 5 * SETTLE_NANOS;
        while (latencies.getTotalCount() < tally.accepted() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
