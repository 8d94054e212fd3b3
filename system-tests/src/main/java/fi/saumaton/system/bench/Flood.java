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
import java.util.function.Supplier;

/** As many requests as one door answers, over a fixed number of connections. */
final class Flood {

    private final LoadSpec spec;
    private final Posts posts;
    private final Tally tally = new Tally();

    Flood(LoadSpec spec) {
        this.spec = spec;
        this.posts = new Posts(spec.webhookSecret());
    }

    LoadResult run() throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(spec.seconds());
        var threads = new ArrayList<Thread>();
        for (var connection = 0; connection < spec.connections(); connection++) {
            var next = requestsOf(connection);
            threads.add(Thread.ofPlatform().start(() -> send(next, end)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return tally.result((System.nanoTime() - begun) / 1e9, Map.of());
    }

    private Supplier<Posts.Post> requestsOf(int connection) {
        return switch (spec.kind()) {
            case BARE -> Posts::bare;
            case WEBHOOK -> () -> posts.webhook(connection);
            case CHAT, MIXED, PACED, DESKS -> {
                var token = spec.visitorTokens()
                        .get(connection % spec.visitorTokens().size());
                yield () -> Posts.chat(token);
            }
        };
    }

    private void send(Supplier<Posts.Post> requests, long end) {
        try (var connection = new HttpConnection(spec.target())) {
            while (System.nanoTime() < end) {
                var post = requests.get();
                tally.count(connection.post(post.path(), post.headers(), post.body()));
            }
        } catch (IOException e) {
            tally.count(0);
        }
    }
}
