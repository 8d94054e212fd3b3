/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Calls providers, and says of a failure whether they can have got the request. Redirects are not followed: a POST would become a GET somewhere else. Call it
 * on an event loop.
 */
@ApplicationScoped
public class ProviderClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Shorter than servers keep theirs: a connection that dies under a request leaves its outcome in doubt. */
    private static final int KEEP_ALIVE_SECONDS = 5;

    private static final int CONNECTIONS = 32;
    private static final int WAITING = 1000;

    private final Vertx vertx;
    private final HttpClient client;

    ProviderClient(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING)
                .setDecompressionSupported(true)
                // Some addresses hold secrets, which no trace may keep; and providers have no business with our traces.
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /** Fails with {@link ProviderException.NotSent} or {@link ProviderException.InDoubt} when there is no whole answer. */
    public Uni<ProviderAnswer> send(ProviderRequest request) {
        return Uni.createFrom().completionStage(() -> new Call().start(request).toCompletionStage());
    }

    /** A message to a customer: the provider's answer as an outcome, its silence as one, too. */
    public Uni<DeliveryOutcome> deliver(ProviderRequest request, Function<ProviderAnswer, DeliveryOutcome> outcome) {
        return send(request).map(outcome).onFailure(ProviderException.class).recoverWithItem(ProviderClient::outcome);
    }

    private static DeliveryOutcome outcome(Throwable failure) {
        return failure instanceof ProviderException.NotSent
                ? new DeliveryOutcome.TemporaryFailure(failure.getMessage(), null, DeliveryOutcome.Scope.ACCOUNT)
                : new DeliveryOutcome.Uncertain(failure.getMessage());
    }

    /** One call; knows how far it has got. */
    private final class Call {
        private volatile HttpClientRequest sent;
        private volatile boolean over;

        /** Completes on the caller's context, also when time is up. */
        Future<ProviderAnswer> start(ProviderRequest request) {
            var promise = ((ContextInternal) vertx.getOrCreateContext()).<ProviderAnswer>promise();
            long timer = vertx.setTimer(request.timeout().toMillis(), id -> promise.tryFail(timedOut()));
            client.request(options(request))
                    .recover(failure -> Future.failedFuture(new ProviderException.NotSent(failure)))
                    .compose(connected -> write(connected, request))
                    .recover(failure -> Future.failedFuture(reason(failure)))
                    .onComplete(answer -> {
                        vertx.cancelTimer(timer);
                        if (answer.succeeded()) {
                            promise.tryComplete(answer.result());
                        } else {
                            promise.tryFail(answer.cause());
                        }
                    });
            return promise.future();
        }

        /** Whatever goes wrong once there is a connection leaves it open what the provider has. */
        private ProviderException reason(Throwable failure) {
            var request = sent;
            if (request != null) {
                request.reset();
            }
            return failure instanceof ProviderException known
                    ? known
                    : new ProviderException.InDoubt("The provider did not answer", failure);
        }

        private Future<ProviderAnswer> write(HttpClientRequest connected, ProviderRequest request) {
            if (over) {
                connected.reset();
                return Future.failedFuture(new ProviderException.NotSent(new TimeoutException()));
            }
            sent = connected;
            var answer = request.body() == null ? connected.send() : connected.send(Buffer.buffer(request.body()));
            return answer.compose(response -> read(response, request.largestAnswer()));
        }

        private Future<ProviderAnswer> read(HttpClientResponse response, int largest) {
            var body = Buffer.buffer();
            response.handler(chunk -> {
                if (body.length() + chunk.length() > largest) {
                    response.request().reset();
                } else {
                    body.appendBuffer(chunk);
                }
            });
            return response.end()
                    .map(nothing -> new ProviderAnswer(response.statusCode(), response.headers(), body.getBytes()));
        }

        ProviderException timedOut() {
            over = true;
            var request = sent;
            if (request == null) {
                return new ProviderException.NotSent(new TimeoutException());
            }
            request.reset();
            return new ProviderException.InDoubt("The provider did not answer in time", null);
        }
    }

    private static RequestOptions options(ProviderRequest request) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setAbsoluteURI(request.url().toString())
                // Never none: tracing adds its own to what is there.
                .setHeaders(MultiMap.caseInsensitiveMultiMap());
        request.headers().forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
