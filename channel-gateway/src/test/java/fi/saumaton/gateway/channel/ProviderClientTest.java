/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;

import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What is known of a request that has got no answer. */
class ProviderClientTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Vertx vertx;
    private ProviderClient client;
    private ProviderStandIn provider;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        client = new ProviderClient(vertx);
        provider = ProviderStandIn.start(0);
    }

    @AfterEach
    void stop() {
        client.close();
        provider.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ProviderRequest request(Duration timeout) {
        return ProviderRequest.postJson(provider.url("/messages"), Map.of("X-Key", "k"), "{}")
                .within(timeout);
    }

    private ProviderAnswer send(ProviderRequest request) {
        return client.send(request).await().atMost(Duration.ofSeconds(10));
    }

    private DeliveryOutcome deliver(ProviderRequest request) {
        return client.deliver(request, answer -> answer.outcome(NOW)).await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerComesWithStatusHeadersAndBody() {
        provider.then(ProviderStandIn.answer(201, "{\"id\":7}").with("X-Id", "7"));
        var answer = send(request(Duration.ofSeconds(5)));
        assertEquals(201, answer.status());
        assertEquals("7", answer.headers().get("x-id"));
        assertEquals("{\"id\":7}", answer.text());
        assertEquals("k", provider.requests().getFirst().headers().get("X-Key"));
        assertEquals("{}", provider.requests().getFirst().body());
    }

    @Test
    void whatIsOnlyAskedForHasNoBody() {
        provider.then(ProviderStandIn.answer(200, "here"));
        var answer =
                send(ProviderRequest.get(provider.url("/files/1"), Map.of()).within(Duration.ofSeconds(2)));
        assertEquals("here", answer.text());
        assertEquals("GET", provider.requests().getFirst().method());
    }

    @Test
    void aRefusedConnectionIsNotSent() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nobody = ProviderRequest.get(URI.create("http://127.0.0.1:" + port + "/"), Map.of());
        assertThrows(ProviderException.NotSent.class, () -> send(nobody));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("The provider cannot be reached", null, Scope.ACCOUNT),
                deliver(nobody));
    }

    @Test
    void aNameThatNobodyHasIsNotSent() {
        var nobody = ProviderRequest.get(URI.create("http://nobody.invalid/"), Map.of());
        assertThrows(ProviderException.NotSent.class, () -> send(nobody));
    }

    @Test
    void aProviderThatBreaksOffOrIsSilentLeavesItInDoubt() {
        provider.then(ProviderStandIn.breakOff());
        assertThrows(ProviderException.InDoubt.class, () -> send(request(Duration.ofSeconds(5))));
        provider.then(ProviderStandIn.silence());
        assertInstanceOf(DeliveryOutcome.Uncertain.class, deliver(request(Duration.ofMillis(200))));
        assertEquals(2, provider.requests().size());
    }

    @Test
    void anAnswerThatIsTooLongIsNoWholeOne() {
        provider.then(ProviderStandIn.answer(200, "x".repeat(5000)));
        assertThrows(
                ProviderException.InDoubt.class,
                () -> send(request(Duration.ofSeconds(5)).upTo(1000)));
    }

    @Test
    void aRedirectIsAnAnswer() {
        provider.then(ProviderStandIn.answer(302, "").with("Location", "/elsewhere"));
        assertEquals(
                new DeliveryOutcome.FinalFailure("The receiver answered 302", "302"),
                deliver(request(Duration.ofSeconds(5))));
        assertEquals(1, provider.requests().size());
    }

    @Test
    void whatHasToWaitIsReadFromTheStatusAndRetryAfter() {
        provider.then(ProviderStandIn.answer(429, "").with("Retry-After", "30"));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure(
                        "The receiver answered 429", Duration.ofSeconds(30), Scope.ACCOUNT),
                deliver(request(Duration.ofSeconds(5))));
        assertEquals(Duration.ofMinutes(2), retryAfter("Sun, 22 Nov 2026 10:02:00 GMT"));
        assertEquals(Duration.ZERO, retryAfter("Sun, 22 Nov 2026 09:00:00 GMT"));
        assertEquals(null, retryAfter("soon"));
    }

    private static Duration retryAfter(String value) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", value);
        return new ProviderAnswer(503, headers, new byte[0]).retryAfter(NOW);
    }
}
