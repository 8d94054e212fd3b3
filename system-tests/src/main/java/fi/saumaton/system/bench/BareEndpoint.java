/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

/** The reference of the figure <i>accepted</i>: a Quarkus endpoint that does nothing but write to Kafka. */
final class BareEndpoint implements AutoCloseable {

    static final String TOPIC = "bench.reference";

    private final Process process;
    private final URI address;

    private BareEndpoint(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BareEndpoint start(Path root, String kafka) throws IOException {
        var port = freePort();
        var jar = root.resolve("system-tests/bare-endpoint/target/quarkus-app/quarkus-run.jar");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dkafka.bootstrap.servers=" + kafka,
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        root.resolve("system-tests/target/bare-endpoint.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var endpoint = new BareEndpoint(process, URI.create("http://127.0.0.1:" + port));
        Awaitility.await("the reference endpoint")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(endpoint::answers);
        return endpoint;
    }

    private boolean answers() throws IOException {
        try (var connection = new HttpConnection(address)) {
            var post = Posts.bare();
            return connection.post(post.path(), post.headers(), post.body()) == 200;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
