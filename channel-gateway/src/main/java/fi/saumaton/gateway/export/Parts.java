/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.edge.UpstreamConfig;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Asks the services for their parts, with the caller's own token: each of them decides itself. */
@ApplicationScoped
class Parts {
    private static final long TIMEOUT_MILLIS = 30_000;
    private static final long CONNECT_MILLIS = 2_000;

    /** Ids in one question, as many as the services take: a body of them stays under their limit. */
    private static final int PIECE = 20_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final UpstreamConfig upstreams;
    private final ObjectMapper mapper;

    Parts(Vertx vertx, UpstreamConfig upstreams, ObjectMapper mapper) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.upstreams = upstreams;
        this.mapper = mapper;
    }

    /** Who the person is, by all ids, and what customer-service has. */
    @RegisterForReflection
    record Person(
            UUID customerId, List<UUID> customerIds, List<UUID> conversationIds, Map<String, List<JsonNode>> tables) {}

    /** What another service has. */
    @RegisterForReflection
    record Part(Map<String, List<JsonNode>> tables) {}

    Uni<Person> person(UUID customerId, String authorization) {
        return ask(upstreams.customer(), "/api/v1/customers/" + customerId + "/personal-data", null, authorization)
                .map(body -> read(body, Person.class));
    }

    Uni<Map<String, List<JsonNode>>> routing(List<UUID> conversations, String authorization) {
        return part(upstreams.routing(), "conversationIds", conversations, authorization);
    }

    Uni<Map<String, List<JsonNode>>> analytics(List<UUID> customers, String authorization) {
        return part(upstreams.analytics(), "customerIds", customers, authorization);
    }

    private Uni<Map<String, List<JsonNode>>> part(URI service, String name, List<UUID> ids, String authorization) {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        var chain = Uni.createFrom().voidItem();
        for (int from = 0; from < ids.size(); from += PIECE) {
            var piece = Map.of(name, ids.subList(from, Math.min(from + PIECE, ids.size())));
            chain = chain.chain(() -> ask(service, "/api/v1/personal-data", piece, authorization))
                    .invoke(body -> read(body, Part.class)
                            .tables()
                            .forEach((table, rows) -> found.computeIfAbsent(table, none -> new ArrayList<>())
                                    .addAll(rows)))
                    .replaceWithVoid();
        }
        return chain.replaceWith(found);
    }

    /** The answer comes back on the caller's context, where the database may be read next. */
    private Uni<Buffer> ask(URI service, String path, Object body, String authorization) {
        var context = vertx.getOrCreateContext();
        var options = new RequestOptions()
                .setMethod(body == null ? HttpMethod.GET : HttpMethod.POST)
                .setAbsoluteURI(service.resolve(path).toString())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS)
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/json");
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> body == null
                                ? request.send()
                                : request.putHeader("Content-Type", "application/json")
                                        .send(written(body)))
                        .compose(response -> response.body().map(content -> {
                            refuse(response.statusCode());
                            return content;
                        }))
                        .toCompletionStage())
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(failure -> unavailable())
                .emitOn(command -> context.runOnContext(nothing -> command.run()));
    }

    private static void refuse(int status) {
        switch (status) {
            case 200 -> {}
            case 401 -> throw new Problem(CommonProblem.UNAUTHORISED, "A valid token is needed");
            case 403 -> throw new Problem(CommonProblem.FORBIDDEN, "This is not for the caller");
            case 404 -> throw new Problem(CommonProblem.NOT_FOUND, "There is no such customer.");
            case 503, 504 -> throw unavailable();
            default -> throw new Problem(CommonProblem.BAD_GATEWAY, "A service behind could not give its part");
        }
    }

    private static Problem unavailable() {
        return new Problem(CommonProblem.UNAVAILABLE, "A service behind is not available").header("Retry-After", "2");
    }

    private Buffer written(Object body) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON", e);
        }
    }

    private <T> T read(Buffer body, Class<T> type) {
        try {
            return mapper.readValue(body.getBytes(), type);
        } catch (IOException e) {
            throw new Problem(CommonProblem.BAD_GATEWAY, "A service behind could not be understood");
        }
    }
}
