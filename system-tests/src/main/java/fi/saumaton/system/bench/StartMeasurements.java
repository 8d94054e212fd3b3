/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import fi.saumaton.devstack.Platform;
import fi.saumaton.devstack.Progress;

/**
 * Starts each service as its image does, on the PostgreSQL and the Kafka of the development stack: first its migrations, as
 * the init container does, then itself without and with the AOT cache, and looks at its memory when it has been idle.
 */
public final class StartMeasurements {
    private static final List<String> SERVICES =
            List.of("channel-gateway", "customer-service", "routing-service", "analytics-service");

    private static final int RUNS = 3;
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** With the cache, of what it is without. */
    private static final double SHARE = 2.0 / 3;

    private static final double MEGABYTES = 330;

    private final Path root;
    private final Path base;
    private final Platform platform;
    private final List<Figure> figures = new ArrayList<>();

    private StartMeasurements(Path root, Path base, Platform platform) {
        this.root = root;
        this.base = base;
        this.platform = platform;
    }

    /** @param services none for all */
    public static void take(Path root, List<String> services) throws IOException, InterruptedException {
        var base = Files.createTempDirectory("saumaton-start");
        try (var platform = Platform.builder()
                .base(base)
                .freePorts()
                .parts("postgresql", "kafka")
                .progress(Progress.lines(System.err))
                .build()) {
            platform.start();
            var measurements = new StartMeasurements(root, base, platform);
            for (var service : services.isEmpty() ? SERVICES : services) {
                measurements.measure(service);
            }
            measurements.figures.forEach(figure -> System.out.println(figure.json()));
            System.out.println(Figure.table(measurements.figures));
        } finally {
            ServiceRun.forget(base);
        }
    }

    private void measure(String service) throws IOException, InterruptedException {
        var run = new ServiceRun(root, base.resolve("images").resolve(service), service, platform);
        say(service, "migrating");
        figures.add(Figure.plain(service + ".migrate.cpu", run.migrate(), "CPU s"));
        say(service, "starting without a cache");
        var plain = best(run, List.of());
        say(service, "training");
        var cache = run.train();
        figures.add(Figure.plain(service + ".cache", Files.size(cache) / 1e6, "MB"));
        say(service, "starting with the cache");
        var cached = best(run, List.of("-XX:AOTCache=" + cache));
        figures.add(Figure.plain(service + ".start.plain.cpu", plain.cpu(), "CPU s"));
        figures.add(Figure.atMost(service + ".start.cpu", cached.cpu(), "CPU s", plain.cpu() * SHARE));
        figures.add(Figure.plain(service + ".start", cached.seconds(), "s"));
        figures.add(Figure.atMost(service + ".idle", cached.megabytes(), "MB", MEGABYTES));
    }

    /** The least of some runs: what else the machine does only ever adds. */
    private static ServiceRun.Start best(ServiceRun run, List<String> options)
            throws IOException, InterruptedException {
        var best = run.start(options, IDLE);
        for (int i = 1; i < RUNS; i++) {
            best = best.orBetter(run.start(options, Duration.ZERO));
        }
        return best;
    }

    private static void say(String service, String what) {
        System.err.println("start: " + service + ": " + what);
    }
}
