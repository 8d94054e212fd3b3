/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import fi.saumaton.devstack.postgres.PostgresServer;
import fi.saumaton.devstack.process.FreePorts;
import fi.saumaton.devstack.process.Home;

/**
 * What a component test runs on: a PostgreSQL with one fresh database, named by the argument {@code db}, and a Kafka with
 * every topic of the contracts, on free ports. Both end with the tests, however these end.
 *
 * <p>Name it alike on every test class of a module, so that Quarkus and the two servers start once.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private String database = "test";
    private Home home;
    private RunningStack stack;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("db", database);
    }

    @Override
    public Map<String, String> start() {
        home = new Home(Home.findProject(), folder());
        stack = RunningStack.create(home, new RunningStack.Ports(FreePorts.next(), FreePorts.next(), FreePorts.next()));
        stack.kafkaProcess().launch();
        stack.postgresProcess().start(PATIENCE);
        stack.postgres().createDatabase(database);
        stack.kafkaProcess().awaitReady(PATIENCE);
        return Map.of(
                "saumaton.db.url",
                stack.postgres().url(database),
                "saumaton.db.user",
                PostgresServer.USER,
                "saumaton.db.password",
                PostgresServer.PASSWORD,
                "kafka.bootstrap.servers",
                stack.kafka().address(),
                "saumaton.oidc.url",
                TestTokens.ISSUER,
                "quarkus.oidc.public-key",
                TestTokens.publicKey());
    }

    @Override
    public void stop() {
        if (stack == null) {
            return;
        }
        var stops = Stream.of(stack.postgresProcess(), stack.kafkaProcess())
                .map(process -> CompletableFuture.runAsync(() -> process.stop(STOP_PATIENCE)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
        stack = null;
        Home.delete(home.data("postgresql"));
        Home.delete(home.data("kafka"));
    }

    /** Beside the module's other build output; its logs stay for a look after a failure. */
    private static Path folder() {
        return Path.of("target", "stack", ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet());
    }
}
