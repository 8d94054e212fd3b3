/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache of a packaged service: {@code java Train.java JAVA OPTIONS FOLDER CACHE}. The service is run once, is
 * asked what probes and strangers ask, and writes the cache when it ends. It needs no database, no Kafka and no Keycloak:
 * it waits for them, as it does in a cluster, and by then nearly all its classes have been loaded.
 */
final class Train {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> ASKED = List.of(
            "/q/health/started", "/q/health/ready", "/q/metrics", "/q/openapi", "/api/v1/customers", "/api/v1/agents", "/desk/");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Process service;

    private Train(Process service, int port) {
        this.service = service;
        this.address = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[2]).toAbsolutePath();
        var cache = folder.resolve(arguments[3]);
        Files.deleteIfExists(cache);
        int port = freePort();
        var service = new ProcessBuilder(
                        arguments[0],
                        "@" + Path.of(arguments[1]).toAbsolutePath(),
                        "-XX:AOTCacheOutput=" + cache,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.flyway.migrate-at-start=false",
                        "-Dkafka.bootstrap.servers=127.0.0.1:1",
                        "-Dsaumaton.db.url=postgresql://127.0.0.1:1/training",
                        "-Dsaumaton.oidc.url=http://127.0.0.1:1/realms/training",
                        "-jar",
                        "quarkus-run.jar")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            new Train(service, port).train();
        } finally {
            service.destroyForcibly();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The run has written no cache");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void train() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (ask("/q/health/live") != 200) {
            if (!service.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The service does not start");
            }
            service.waitFor(200, TimeUnit.MILLISECONDS);
        }
        for (var path : ASKED) {
            ask(path);
        }
        service.destroy();
        if (!service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service does not end");
        }
    }

    private int ask(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(10)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
