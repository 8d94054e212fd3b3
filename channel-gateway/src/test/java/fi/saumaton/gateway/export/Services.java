/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Stands for the three services behind the gateway, who know one customer with one conversation. */
final class Services implements AutoCloseable {
    final UUID customer = UUID.randomUUID();
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Further conversations of the customer. */
    final List<UUID> more = new CopyOnWriteArrayList<>();

    /** By name: who answers otherwise. */
    final Map<String, Handler<HttpServerRequest>> odd = new ConcurrentHashMap<>();

    private final UUID conversation;
    private final Vertx vertx = Vertx.vertx();

    private Services(UUID conversation) {
        this.conversation = conversation;
    }

    static Services knowing(UUID conversation) throws Exception {
        var services = new Services(conversation);
        for (var name : List.of("customer", "routing", "analytics")) {
            var address = ConfigProvider.getConfig().getValue("saumaton.upstream." + name, String.class);
            services.vertx
                    .createHttpServer()
                    .requestHandler(request -> services.odd
                            .getOrDefault(name, usual -> services.answer(name, usual))
                            .handle(request))
                    .listen(URI.create(address).getPort())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        }
        return services;
    }

    private void answer(String name, HttpServerRequest request) {
        request.body().onSuccess(body -> {
            asked.add(name + " " + request.method() + " " + request.path() + " " + body);
            var known = request.path().equals("/api/v1/customers/" + customer + "/personal-data")
                    || request.path().equals("/api/v1/personal-data");
            boolean trusted = request.getHeader("Authorization") != null;
            request.response()
                    .setStatusCode(!trusted ? 401 : known ? 200 : 404)
                    .putHeader("Content-Type", "application/json")
                    .end(
                            name.equals("customer")
                                    ? person().encode()
                                    : part(name).encode());
        });
    }

    private JsonObject person() {
        var conversations = new JsonArray().add(conversation.toString());
        more.forEach(id -> conversations.add(id.toString()));
        return part("customer")
                .put("customerId", customer.toString())
                .put("customerIds", new JsonArray().add(customer.toString()))
                .put("conversationIds", conversations);
    }

    private static JsonObject part(String name) {
        var rows = new ArrayList<JsonObject>();
        rows.add(new JsonObject().put("value", "of " + name));
        return new JsonObject().put("tables", new JsonObject().put(name + "_table", new JsonArray(rows)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
