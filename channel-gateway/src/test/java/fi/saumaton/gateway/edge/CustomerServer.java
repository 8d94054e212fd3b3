/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Stands for the customer service, and shows what has reached it; nothing stands for the others. */
final class CustomerServer {
    private final Vertx vertx = Vertx.vertx();

    private CustomerServer() {}

    static CustomerServer start() throws Exception {
        var server = new CustomerServer();
        var address = URI.create(ConfigProvider.getConfig().getValue("saumaton.upstream.customer", String.class));
        server.vertx
                .createHttpServer()
                .requestHandler(CustomerServer::answer)
                .listen(address.getPort())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return server;
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/api/v1/customers/silent" -> request.response().headers();
            case "/api/v1/customers/dropped" -> request.connection().close();
            case "/api/v1/customers/size" -> size(request);
            case "/api/v1/customers/large" -> request.response().end("y".repeat(3_000_000));
            default ->
                request.body()
                        .onSuccess(body -> request.response()
                                .setStatusCode(request.path().endsWith("conflict") ? 409 : 200)
                                .putHeader("Content-Type", "application/json")
                                .putHeader("ETag", "\"7\"")
                                .putHeader("Server", "inner")
                                .putHeader("X-Seen-Method", request.method().name())
                                .end(seen(request, body.toString()).toBuffer()));
        }
    }

    private static JsonObject seen(HttpServerRequest request, String body) {
        var headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new JsonObject()
                .put("uri", request.uri())
                .put("headers", headers)
                .put("body", body);
    }

    private static void size(HttpServerRequest request) {
        var bytes = new long[1];
        request.handler(buffer -> bytes[0] += buffer.length());
        request.endHandler(end -> request.response().end(Long.toString(bytes[0])));
    }

    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
