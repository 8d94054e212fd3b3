/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.process.StartCache;

/** One broker on the loopback interface. It is ready when the topics of the contracts exist. */
public final class KafkaServer implements Part {
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms128m",
            "-Xmx512m",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private final Home home;
    private final Path data;
    private final int port;
    private final int controllerPort;
    private final StartCache cache;

    public KafkaServer(Home home, int port, int controllerPort, StartCache.Policy caching) {
        this.home = home;
        this.data = home.data("kafka");
        this.port = port;
        this.controllerPort = controllerPort;
        var libraries = new Libraries(home.project());
        this.cache = new StartCache(
                home, name(), caching, JAVA_OPTIONS, List.of(libraries.folder("kafka"), libraries.own()));
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("Kafka", port);
        ports.put("Kafka's controller", controllerPort);
        return ports;
    }

    @Override
    public void prepare(Consumer<String> progress) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(readyFile());
        Files.writeString(configurationFile(), configuration());
    }

    @Override
    public Launch launch() {
        var arguments = new ArrayList<>(
                List.of(configurationFile().toString(), address(), readyFile().toString()));
        Topics.of(home.project()).forEach(topic -> arguments.add(topic.argument()));
        var command = new Libraries(home.project()).java(cache.options(), "kafka", KafkaMain.class, arguments);
        return Launch.of(command, data).with(cache.environment());
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(50);
    }

    @Override
    public boolean ready() {
        return Files.exists(readyFile());
    }

    @Override
    public boolean slowToEnd() {
        return cache.training();
    }

    @Override
    public void ended() throws IOException {
        cache.settle();
    }

    private Path readyFile() {
        return data.resolve("ready");
    }

    private Path configurationFile() {
        return data.resolve("server.properties");
    }

    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=12
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, data.resolve("log"));
    }
}
