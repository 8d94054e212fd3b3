/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import fi.saumaton.devstack.kafka.KafkaServer;
import fi.saumaton.devstack.postgres.PostgresServer;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.StackException;
import fi.saumaton.devstack.process.StartCache;
import fi.saumaton.devstack.process.Watchdog;

/**
 * The two servers of a component test. A fault test takes {@link #current()} and stops, kills or starts them: they come
 * back on the same ports with the same data.
 */
public final class RunningStack {
    private static final String BASE = "saumaton.stack.base";

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final PartProcess postgresProcess;
    private final PartProcess kafkaProcess;

    private RunningStack(Home home, Ports ports) {
        var watchdog = Optional.of(Watchdog.start());
        postgres = new PostgresServer(home, ports.postgres, false);
        kafka = new KafkaServer(home, ports.kafka, ports.kafkaController, StartCache.Policy.USE);
        postgresProcess = new PartProcess(postgres, home, watchdog);
        kafkaProcess = new PartProcess(kafka, home, watchdog);
    }

    static RunningStack create(Home home, Ports ports) {
        ports.write(home);
        System.setProperty(BASE, home.base().toString());
        return new RunningStack(home, ports);
    }

    /** The stack that {@link StackResource} started in this JVM; class loaders make no difference. */
    public static RunningStack current() {
        var base = System.getProperty(BASE);
        if (base == null) {
            throw new StackException("No StackResource has started in this JVM");
        }
        var home = new Home(Home.findProject(), Path.of(base));
        return new RunningStack(home, Ports.read(home));
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public PartProcess postgresProcess() {
        return postgresProcess;
    }

    public PartProcess kafkaProcess() {
        return kafkaProcess;
    }

    record Ports(int postgres, int kafka, int kafkaController) {
        private static final String FILE = "ports.properties";

        void write(Home home) {
            var properties = new Properties();
            properties.setProperty("postgres", Integer.toString(postgres));
            properties.setProperty("kafka", Integer.toString(kafka));
            properties.setProperty("kafkaController", Integer.toString(kafkaController));
            try {
                Files.createDirectories(home.base());
                try (var writer = Files.newBufferedWriter(home.base().resolve(FILE))) {
                    properties.store(writer, null);
                }
            } catch (IOException e) {
                throw new StackException("Cannot write to " + home.base(), e);
            }
        }

        static Ports read(Home home) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(home.base().resolve(FILE))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new StackException("The stack at " + home.base() + " is gone", e);
            }
            return new Ports(
                    Integer.parseInt(properties.getProperty("postgres")),
                    Integer.parseInt(properties.getProperty("kafka")),
                    Integer.parseInt(properties.getProperty("kafkaController")));
        }
    }
}
