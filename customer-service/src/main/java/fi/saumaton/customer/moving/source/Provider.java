/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.source.ConnectionConfig.Connection;
import fi.saumaton.kit.tx.ContextPause;

/**
 * Asks another system, at our own pace: no redirects are followed, answers are bounded in size and time, and what is
 * asked and answered is never logged.
 */
@ApplicationScoped
public class Provider {
    private static final Duration TIME_OUT = Duration.ofSeconds(30);
    private static final int LARGEST = 16 * 1024 * 1024;

    private final HttpClient client;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Map<Connection, AtomicLong> next = new ConcurrentHashMap<>();

    Provider(Vertx vertx, ObjectMapper mapper, Clock clock) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) TIME_OUT.toMillis())
                .setMaxPoolSize(4)
                .setDecompressionSupported(true));
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * A request to a connection.
     *
     * @param path with the query, at the connection's own address
     * @param authorization the header's value; null for none
     * @param body null for a GET
     */
    public record Call(
            Connection to, String method, String path, String authorization, String contentType, byte[] body) {
        public static Call get(Connection to, String path, String authorization) {
            return new Call(to, "GET", path, authorization, null, null);
        }
    }

    private record Answer(int status, String retryAfter, Buffer body) {}

    public Uni<JsonNode> ask(Call call) {
        return Uni.createFrom()
                .deferred(() -> pace(call.to()).chain(() -> send(call)))
                .map(this::read);
    }

    /** One request after the other, evenly: a burst would eat the limit that the company's other programs need. */
    private Uni<Void> pace(Connection to) {
        long gap = Duration.ofMinutes(1).toMillis() / Math.max(1, to.requestsPerMinute());
        long now = clock.millis();
        long turn =
                next.computeIfAbsent(to, any -> new AtomicLong()).updateAndGet(before -> Math.max(before + gap, now));
        return turn <= now ? Uni.createFrom().voidItem() : ContextPause.of(Duration.ofMillis(turn - now));
    }

    private Uni<Answer> send(Call call) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> exchange(call).toCompletionStage())
                .ifNoItem()
                .after(TIME_OUT.multipliedBy(2))
                .fail()
                .emitOn(command -> context.runOnContext(nothing -> command.run()))
                .onFailure(failure -> !(failure instanceof SourceTrouble))
                .transform(failure -> SourceTrouble.away("The system can't be reached.", failure));
    }

    private Future<Answer> exchange(Call call) {
        var options = new RequestOptions()
                .setAbsoluteURI(address(call))
                .setMethod(HttpMethod.valueOf(call.method()))
                .setTimeout(TIME_OUT.toMillis())
                .putHeader("Accept", "application/json");
        if (call.authorization() != null) {
            options.putHeader("Authorization", call.authorization());
        }
        if (call.contentType() != null) {
            options.putHeader("Content-Type", call.contentType());
        }
        return client.request(options)
                .compose(request -> call.body() == null ? request.send() : request.send(Buffer.buffer(call.body())))
                .compose(Provider::whole);
    }

    private static String address(Call call) {
        if (!call.path().startsWith("/") || call.path().startsWith("//")) {
            throw SourceTrouble.refused("The system sent an address of somewhere else.");
        }
        var base = call.to().url().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + call.path();
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        Promise<Answer> whole = Promise.promise();
        var body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                whole.tryFail(SourceTrouble.refused("The system's answer is larger than 16 MiB."));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(nothing ->
                whole.tryComplete(new Answer(response.statusCode(), response.getHeader("Retry-After"), body)));
        return whole.future();
    }

    private JsonNode read(Answer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            throw AnswerRule.trouble(answer.status(), answer.retryAfter(), json(answer), clock.instant());
        }
        return json(answer).orElseThrow(() -> SourceTrouble.away("The system's answer is not readable as JSON.", null));
    }

    private Optional<JsonNode> json(Answer answer) {
        try {
            return Optional.ofNullable(mapper.readTree(answer.body().getBytes()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
