/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestWebhook;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Answers on their way to a provider that is slow, away, or says no. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class DeliveryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final TestAgent jenni = TestAgent.someone();
    private HttpServer provider;
    private Socket desk;
    private UUID conversation;

    @BeforeEach
    void open() throws Exception {
        var url = ConfigProvider.getConfig().getValue("saumaton.channel.webhook.answering.url", URI.class);
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", url.getPort()), 0);
        provider.createContext("/answers", this::answer);
        provider.start();
        var customer = new TestWebhook("answering");
        customer.says("Hello").then().statusCode(200);
        conversation = (UUID) await().until(
                        () -> Database.value("select id from conversation where handle_value = ?", customer.handle()),
                        found -> found != null);
        desk = jenni.socket().fromNow();
        jenni.getsAssigned(conversation);
        desk.awaitEvent("conversation.assigned");
    }

    @AfterEach
    void close() {
        desk.close();
        provider.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var expected = TestWebhook.signature(
                headers.getFirst("webhook-id"), Long.parseLong(headers.getFirst("webhook-timestamp")), body);
        signatures.add(expected.equals(headers.getFirst("webhook-signature")) ? "right" : "wrong");
        var status = statuses.poll();
        received.add(JSON.readTree(body));
        exchange.getResponseHeaders().add("Location", "/answers/elsewhere");
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    private String reply(String text) {
        return jenni.replies(conversation, text)
                .then()
                .statusCode(202)
                .body("delivery.status", equalTo("accepted"))
                .extract()
                .path("messageId");
    }

    private JsonNode awaitStatus(String messageId) {
        return await().until(
                        () -> desk.events("delivery.changed").stream()
                                .map(event -> event.path("data"))
                                .filter(data -> data.path("messageId").asText().equals(messageId))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private List<String> texts() {
        return received.stream().map(body -> body.path("text").asText()).toList();
    }

    @Test
    void anAnswerGoesOutSignedAndItsOutcomeIsTold() {
        var id = reply("Good morning");
        assertEquals("sent", awaitStatus(id).path("status").asText());
        assertEquals(List.of("Good morning"), texts());
        assertEquals(List.of("right"), signatures);
        assertEquals(id, received.getFirst().path("messageId").asText());
        assertEquals("webhook-user", received.getFirst().path("to").path("kind").asText());
        try (var events = new Broker("conversation.events")) {
            var changed = events.await(conversation, "fi.saumaton.conversation.delivery-changed.v1")
                    .data();
            assertEquals("sent", changed.path("status").asText());
        }
        assertEquals(0, Database.count("select count(*) from delivery where conversation_id = ?", conversation));
    }

    @Test
    void aProviderThatIsBusyIsTriedAgainAndNothingOvertakes() {
        statuses.addAll(List.of(503, 429));
        var first = reply("one");
        reply("two");
        var last = reply("three");
        assertEquals("sent", awaitStatus(last).path("status").asText());
        assertEquals(List.of("one", "one", "one", "two", "three"), texts());
        assertEquals("sent", awaitStatus(first).path("status").asText());
        assertEquals(
                received.get(0).path("messageId").asText(),
                received.get(2).path("messageId").asText());
    }

    @Test
    void aRefusalIsFinalAndNamesItsReason() {
        statuses.add(410);
        var id = reply("to nobody");
        var outcome = awaitStatus(id);
        assertEquals("failed", outcome.path("status").asText());
        assertEquals("The receiver answered 410", outcome.path("reason").asText());
        assertEquals("sent", awaitStatus(reply("the next one")).path("status").asText());
        assertEquals(2, received.size());
    }

    @Test
    void aRedirectIsNoReceiptAndNotFollowed() {
        statuses.add(303);
        var outcome = awaitStatus(reply("to whom it concerns"));
        assertEquals("failed", outcome.path("status").asText());
        assertEquals("The receiver answered 303", outcome.path("reason").asText());
        assertEquals(1, received.size());
    }

    @Test
    void aProviderThatIsAwayGetsEverythingWhenItIsBack() throws Exception {
        int port = provider.getAddress().getPort();
        provider.stop(0);
        var id = reply("patience");
        await().until(() -> Database.count(
                        "select coalesce(max(attempts), 0) from delivery where conversation_id = ?", conversation)
                >= 2);
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        provider.createContext("/answers", this::answer);
        provider.start();
        assertEquals("sent", awaitStatus(id).path("status").asText());
        assertEquals(List.of("patience"), texts());
    }

    @Test
    void whatADeadReplicaHadInHandIsTakenOverUnderTheSameId() {
        statuses.add(503);
        var id = reply("in its hands");
        Database.value("""
                update delivery set lease_holder = 'a replica that died', lease_until = now() + interval '1 second',
                    next_attempt_at = now() where message_id = ?
                """, UUID.fromString(id));
        assertEquals("sent", awaitStatus(id).path("status").asText());
        assertEquals(id, received.getLast().path("messageId").asText());
    }
}
