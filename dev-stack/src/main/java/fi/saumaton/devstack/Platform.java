/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import fi.saumaton.devstack.process.FreePorts;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.StackException;
import fi.saumaton.devstack.process.Watchdog;
import fi.saumaton.devstack.service.ServiceServer;

/**
 * The whole platform as processes of one machine: infrastructure, demo shop and the four packaged services. What
 * {@code ./dev}, the system tests and the bench start, and kill parts of.
 */
public final class Platform implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(6);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration SLOW_STOP_PATIENCE = Duration.ofMinutes(3);

    /** One thread for each part that starts or stops. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    /** Writing a start-up cache takes a processor and much memory. */
    private static final Semaphore CACHE_WRITERS = new Semaphore(2);

    private final PlatformOptions options;
    private final Home home;
    private final PlatformParts parts;
    private final Optional<Watchdog> watchdog = Optional.of(Watchdog.start());
    private final Map<String, PartProcess> processes = new LinkedHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    Platform(PlatformOptions options) {
        this.options = options;
        this.home = new Home(options.project(), options.base());
        this.parts = new PlatformParts(home, options);
        for (var part : parts.all()) {
            var outlives = options.keepInfrastructure() && PlatformParts.INFRASTRUCTURE.contains(part.name());
            processes.put(part.name(), new PartProcess(part, home, outlives ? Optional.empty() : watchdog));
        }
    }

    public static PlatformBuilder builder() {
        return new PlatformBuilder();
    }

    /** Starts all parts, each as soon as what it needs is ready; returns when all are. A failure stops what was started. */
    public Platform start() {
        PortGuard.check(processes.values());
        try {
            var kafka = async("kafka");
            var mail = async("mail");
            if (processes.containsKey("postgresql")) {
                start("postgresql");
                PlatformParts.SERVICES.forEach(
                        service -> parts.postgres().createDatabase(ServiceSettings.database(service)));
            }
            var keycloak = async("keycloak");
            var shop = async("shop");
            join(List.of(kafka));
            join(PlatformParts.SERVICES.stream().map(this::async).toList());
            join(List.of(mail, keycloak, shop));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private CompletableFuture<Void> async(String name) {
        return processes.containsKey(name)
                ? CompletableFuture.runAsync(() -> start(name), THREADS)
                : CompletableFuture.completedFuture(null);
    }

    private static void join(List<CompletableFuture<Void>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException failure ? failure : e;
        }
    }

    /** Starts one part, on its port with its data, unless it runs; returns when it is ready. */
    public void start(String name) {
        var begun = System.nanoTime();
        launch(name);
        awaitReady(name);
        options.progress().ready(name, Duration.ofNanos(System.nanoTime() - begun));
    }

    public void launch(String name) {
        if (closing.get()) {
            throw new StackException(name + " is not started, since everything stops");
        }
        options.progress().starting(name);
        process(name).launch(text -> options.progress().note(name, text));
    }

    public void awaitReady(String name) {
        process(name).awaitReady(START_PATIENCE);
    }

    /** SIGKILL. */
    public void kill(String name) {
        process(name).kill();
    }

    /** In good order. */
    public void stop(String name) {
        var process = process(name);
        if (!process.alive()) {
            return;
        }
        if (!process.part().slowToEnd()) {
            options.progress().stopping(name, false);
            process.stop(STOP_PATIENCE);
            return;
        }
        CACHE_WRITERS.acquireUninterruptibly();
        try {
            options.progress().stopping(name, true);
            process.stop(SLOW_STOP_PATIENCE);
        } finally {
            CACHE_WRITERS.release();
        }
    }

    public boolean alive(String name) {
        return process(name).alive();
    }

    public long pid(String name) {
        return process(name)
                .process()
                .orElseThrow(() -> new StackException(name + " does not run"))
                .pid();
    }

    public Path log(String name) {
        return process(name).log();
    }

    /** Starts one more replica of a service on a free port and answers its name, for all that takes a part's name. */
    public String replica(String service) {
        return replica(service, Map.of());
    }

    /** One with settings of its own, which go before those of its service. */
    public synchronized String replica(String service, Map<String, String> settings) {
        var number = 2;
        while (processes.containsKey(service + "-" + number)) {
            number++;
        }
        var replica = parts.service(service + "-" + number, service, FreePorts.next(), settings);
        processes.put(replica.name(), new PartProcess(replica, home, watchdog));
        start(replica.name());
        return replica.name();
    }

    /** {@code http://localhost:port} of a service or replica, of keycloak or of the shop. */
    public String url(String name) {
        return process(name).part() instanceof ServiceServer service
                ? service.url()
                : "http://localhost:" + options.ports().of(name);
    }

    /** By a part's name, or smtp, imap, keycloak-management. */
    public int port(String name) {
        return options.ports().of(name);
    }

    public String issuer() {
        return parts.issuer();
    }

    /** The broker's address. */
    public String kafka() {
        return parts.kafka().address();
    }

    /** A service's database, by its short name: customer, routing, gateway, analytics. */
    public String jdbcUrl(String database) {
        return "jdbc:" + parts.postgres().url(database);
    }

    /** Signs what goes to {@code POST /api/v1/webhooks/bench}. */
    public String benchWebhookSecret() {
        return ServiceSettings.BENCH_WEBHOOK_SECRET;
    }

    Map<String, PartProcess> processes() {
        return processes;
    }

    /** Stops the services, then the infrastructure unless it shall be kept; once, whoever asks first. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        var infrastructure = new ArrayList<>(PlatformParts.INFRASTRUCTURE);
        infrastructure.remove("postgresql");
        var services = new ArrayList<>(processes.keySet());
        services.removeAll(PlatformParts.INFRASTRUCTURE);
        stopAll(services);
        if (!options.keepInfrastructure()) {
            stopAll(infrastructure);
            stopAll(Set.of("postgresql"));
        }
        watchdog.ifPresent(Watchdog::close);
    }

    private void stopAll(Iterable<String> names) {
        var stops = new ArrayList<CompletableFuture<Void>>();
        for (var name : names) {
            if (processes.containsKey(name)) {
                stops.add(CompletableFuture.runAsync(() -> stop(name), THREADS));
            }
        }
        join(stops);
    }

    private synchronized PartProcess process(String name) {
        var process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("No part is named " + name + ", only " + processes.keySet());
        }
        return process;
    }
}
