/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A provider on this machine that behaves as it is told: each request takes the next behaviour, and the usual one when none is left. It remembers what it
 * was asked.
 */
public final class ProviderStandIn implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Behaviour> usual = request -> answer(200, "{}");
    private HttpServer server;
    private int port;

    private ProviderStandIn() {}

    /** {@code port} 0: any. */
    public static ProviderStandIn start(int port) {
        var standIn = new ProviderStandIn();
        standIn.listen(port);
        return standIn;
    }

    private void listen(int wanted) {
        server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(wanted, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
    }

    /** What it was asked. */
    public record Request(String method, String uri, MultiMap headers, String body) {}

    /** What it does with a request it has read. */
    @FunctionalInterface
    public interface Behaviour {
        void on(Vertx vertx, HttpServerRequest request);
    }

    /** An answer that headers can be added to. */
    public record Answer(int status, String body, MultiMap headers) implements Behaviour {
        public Answer with(String name, String value) {
            headers.add(name, value);
            return this;
        }

        @Override
        public void on(Vertx vertx, HttpServerRequest request) {
            var response = request.response().setStatusCode(status);
            response.headers().addAll(headers);
            response.end(body);
        }
    }

    public static Answer answer(int status, String body) {
        return new Answer(status, body, MultiMap.caseInsensitiveMultiMap());
    }

    /** A file. */
    public static Behaviour content(String mediaType, byte[] bytes) {
        return (vertx, request) ->
                request.response().putHeader("Content-Type", mediaType).end(Buffer.buffer(bytes));
    }

    /** Has read it all, and hangs up. */
    public static Behaviour breakOff() {
        return (vertx, request) -> request.connection().close();
    }

    /** Has read it all, and never answers. */
    public static Behaviour silence() {
        return (vertx, request) -> {};
    }

    /** Takes its time. */
    public static Behaviour slow(Duration pause, Behaviour then) {
        return (vertx, request) -> vertx.setTimer(pause.toMillis(), timer -> then.on(vertx, request));
    }

    /** How the next requests are met, one each. */
    public ProviderStandIn then(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
        return this;
    }

    /** How requests are met for which nothing else was said. */
    public ProviderStandIn usually(Function<Request, Behaviour> behaviour) {
        usual = behaviour;
        return this;
    }

    public List<Request> requests() {
        return requests;
    }

    public int port() {
        return port;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Nobody listens any more; everything else stays. */
    public void goAway() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    public void comeBack() {
        listen(port);
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var asked = new Request(request.method().name(), request.uri(), request.headers(), body.toString());
            requests.add(asked);
            var behaviour = next.poll();
            (behaviour == null ? usual.apply(asked) : behaviour).on(vertx, request);
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
