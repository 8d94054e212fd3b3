/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes in spans as an OpenTelemetry collector does, by OTLP over HTTP, and keeps them. */
public final class Collector {

    private final HttpServer server;
    private final List<byte[]> exports = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** A collector on a free port of this machine, for as long as the JVM lives. */
    public static Collector start() {
        try {
            var collector =
                    new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the services send their spans. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        exports.add(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** The spans of a trace that have come so far. */
    List<Span> spansOf(String traceId) {
        return exports.stream()
                .flatMap(Span::read)
                .filter(span -> span.traceId().equals(traceId))
                .toList();
    }

    /** The traces that have a span of this name so far. */
    List<String> tracesWith(String spanName) {
        return exports.stream()
                .flatMap(Span::read)
                .filter(span -> span.name().equals(spanName))
                .map(Span::traceId)
                .distinct()
                .toList();
    }

    /** Everything that has come so far, as it came; texts in it are readable. */
    Stream<String> everything() {
        return exports.stream().map(export -> new String(export, StandardCharsets.UTF_8));
    }
}
