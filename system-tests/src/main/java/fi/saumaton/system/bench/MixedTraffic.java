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

/**
 * Ongoing conversations with new ones among them: every tenth message opens a conversation, which is routed to a desk.
 * The senders wait while more than {@link #BACKLOG} accepted messages are not yet in the timeline, so what is measured
 * is what the whole way sustains, not what a door can pile up.
 */
final class MixedTraffic {

    private static final int BACKLOG = 4_000;

    private final LoadSpec spec;
    private final AtomicLong stored;
    private final Tally tally = new Tally();

    MixedTraffic(LoadSpec spec, AtomicLong stored) {
        this.spec = spec;
        this.stored = stored;
    }

    LoadResult run() throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(spec.seconds());
        var threads = new ArrayList<Thread>();
        for (var connection = 0; connection < spec.connections(); connection++) {
            var first = connection;
            threads.add(Thread.ofPlatform().start(() -> send(first, end)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return tally.result((System.nanoTime() - begun) / 1e9, Map.of());
    }

    private void send(int first, long end) {
        try (var connection = new HttpConnection(spec.target())) {
            var tokens = spec.visitorTokens();
            for (var turn = first; System.nanoTime() < end; turn += spec.connections()) {
                holdBack(end);
                var opensOne = turn % 10 == 9;
                var token = opensOne ? newVisitor(connection) : tokens.get(turn % tokens.size());
                var post = Posts.chat(token);
                tally.count(connection.post(post.path(), post.headers(), post.body()));
            }
        } catch (IOException e) {
            tally.count(0);
        }
    }

    private static String newVisitor(HttpConnection connection) throws IOException {
        var session = Posts.session();
        var answer = connection.exchange(session.path(), session.headers(), session.body());
        return Load.JSON.readTree(answer.body()).path("visitorToken").asText();
    }

    private void holdBack(long end) {
        while (tally.accepted() - stored.get() > BACKLOG && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
