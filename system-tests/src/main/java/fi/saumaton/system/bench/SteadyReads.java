/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** GET requests at a steady rate, each timed from the moment it should have been sent. */
final class SteadyReads {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final Supplier<String> token;

    SteadyReads(URI door, Supplier<String> token) {
        this.door = door;
        this.token = token;
    }

    /**
     * Reads for a while.
     *
     * @param path of the n-th request
     * @param rate requests per second
     * @return latencies in microseconds
     */
    Histogram run(IntFunction<String> path, int rate, int seconds) {
        var answers = new Tally();
        var latencies = send(path, rate, seconds, answers);
        if (answers.accepted() != (long) rate * seconds) {
            throw new IllegalStateException(
                    "Of %d requests: %s".formatted(rate * seconds, answers.result(seconds, Map.of())));
        }
        return latencies;
    }

    /** The same for services that have just started, which may refuse some. */
    void warmUp(IntFunction<String> path, int rate, int seconds) {
        send(path, rate, seconds, new Tally());
    }

    private Histogram send(IntFunction<String> path, int rate, int seconds, Tally answers) {
        var latencies = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        var begun = System.nanoTime();
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < rate * seconds; number++) {
                var intended = begun + number * TimeUnit.SECONDS.toNanos(1) / rate;
                for (var wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                var target = path.apply(number);
                requests.submit(() -> {
                    answers.count(get(target));
                    latencies.recordValue((System.nanoTime() - intended) / 1_000);
                    return null;
                });
            }
        }
        return latencies;
    }

    /** The status; 0 when there was no answer. */
    private int get(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(door.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }
}
