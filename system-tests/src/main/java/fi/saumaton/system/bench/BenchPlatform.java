/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import fi.saumaton.devstack.Platform;
import fi.saumaton.devstack.Progress;
import fi.saumaton.system.story.Doors;

/** The platform as it runs in production (no development flags, fsync on), with the reference endpoint beside it when asked for. */
final class BenchPlatform implements AutoCloseable {

    static final String WEBHOOK_SECRET = "c2F1bWF0b24tYmVuY2gtd2ViaG9vay1zZWNyZXQtMTIzNDU=";

    private static final List<String> SERVICES =
            List.of("channel-gateway", "customer-service", "routing-service", "analytics-service");
    private static final String UNLIMITED = "1000000";

    private final Path root;
    private final Platform platform;
    private BareEndpoint bare;

    private BenchPlatform(Path root, Platform platform) {
        this.root = root;
        this.platform = platform;
    }

    static BenchPlatform start(Path root) throws IOException {
        var base = root.resolve("system-tests/target/bench");
        forget(base.resolve("data"));
        var platform = Platform.builder()
                .base(base)
                .freePorts()
                .fsync(true)
                .production(true)
                .setting("channel-gateway", "saumaton.channel.webhook.bench.secret", WEBHOOK_SECRET)
                .setting("channel-gateway", "saumaton.visitor.rate.burst", UNLIMITED)
                .setting("channel-gateway", "saumaton.visitor.rate.per-second", UNLIMITED)
                .setting("channel-gateway", "saumaton.edge.limit.burst", UNLIMITED)
                .setting("channel-gateway", "saumaton.edge.limit.per-second", UNLIMITED)
                .progress(Progress.lines(System.err))
                .build()
                .start();
        return new BenchPlatform(root, platform);
    }

    /** What earlier measurements left would have to be routed in this one. */
    private static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Doors doors() {
        return new Doors(
                URI.create(platform.url("channel-gateway")),
                URI.create(platform.issuer()),
                URI.create(platform.url("shop")),
                "127.0.0.1",
                platform.port("smtp"),
                platform.port("imap"));
    }

    /** The reference for what is accepted; starts it. */
    URI bareEndpoint() throws IOException, InterruptedException {
        if (bare == null) {
            createReferenceTopic();
            bare = BareEndpoint.start(root, platform.kafka());
        }
        return bare.address();
    }

    private void createReferenceTopic() throws InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", platform.kafka()))) {
            admin.createTopics(List.of(new NewTopic(BareEndpoint.TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic for the reference endpoint", e);
        }
    }

    String jdbcUrl(String database) {
        return platform.jdbcUrl(database);
    }

    /** What has been stored and used so far. */
    Window.Sample sample() throws SQLException {
        return new Window.Sample(System.nanoTime(), timelineMessages(), servicesCpu(), cpu("postgresql"), cpu("kafka"));
    }

    private Duration servicesCpu() {
        return SERVICES.stream().map(this::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration cpu(String part) {
        return ProcessCpu.of(platform.pid(part));
    }

    /** Messages in the conversations, as the gateway has stored them. */
    long storedMessages() throws SQLException {
        return count("gateway", "select count(*) from message");
    }

    /** Open conversations that are on nobody's desk. */
    long unassignedConversations() throws SQLException {
        return count("gateway", "select count(*) from conversation where state = 'open' and owner_id is null");
    }

    /** Messages in the customers' timelines. */
    long timelineMessages() throws SQLException {
        return count("customer", "select count(*) from touchpoint where kind = 'message-received'");
    }

    private long count(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(platform.jdbcUrl(database), "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        if (bare != null) {
            bare.close();
        }
        platform.close();
    }
}
