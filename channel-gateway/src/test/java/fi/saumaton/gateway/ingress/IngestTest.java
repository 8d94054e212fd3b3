/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;
import fi.saumaton.gateway.TestWebhook;
import fi.saumaton.gateway.channel.RawInbound;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever way records come, each message is stored once, in its conversation, in order. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class IngestTest {
    private static final String RECEIVED = "fi.saumaton.conversation.message-received.v1";

    @Inject
    Ingress ingress;

    private Broker events;

    @BeforeEach
    void listen() {
        events = new Broker("conversation.events");
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    private UUID conversationOf(TestVisitor visitor) {
        var value = await().until(
                        () -> Database.value(
                                "select id from conversation where handle_value = ?",
                                visitor.id().toString()),
                        found -> found != null);
        return (UUID) value;
    }

    private List<String> texts(UUID conversation, int count) {
        return events.await(conversation, count + 1).stream()
                .filter(event -> event.type().equals(RECEIVED))
                .map(event -> event.data().path("text").asText())
                .toList();
    }

    @Test
    void manyMessagesKeepTheirOrderAndHaveNoHoles() {
        var visitor = TestVisitor.anonymous();
        var said = IntStream.range(0, TestSettings.BURST)
                .mapToObj(n -> "message " + n)
                .toList();
        said.forEach(visitor::says);
        var conversation = conversationOf(visitor);
        assertEquals(said, texts(conversation, said.size()));
        var versions = events.of(conversation).stream()
                .map(event -> event.data().path("version").asInt())
                .toList();
        assertEquals(IntStream.rangeClosed(1, said.size() + 1).boxed().toList(), versions);
    }

    @Test
    void theSameMessageAgainIsStoredOnce() {
        var visitor = TestVisitor.anonymous();
        var id = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            visitor.post(id, "once").then().statusCode(200);
        }
        visitor.says("twice");
        var conversation = conversationOf(visitor);
        assertEquals(List.of("once", "twice"), texts(conversation, 2));
        assertEquals(2, Database.count("select count(*) from message where conversation_id = ?", conversation));
    }

    @Test
    void visitorsCannotTakeEachOthersMessageIds() {
        var id = UUID.randomUUID();
        var first = TestVisitor.anonymous();
        var second = TestVisitor.anonymous();
        first.post(id, "mine").then().statusCode(200);
        second.post(id, "mine too").then().statusCode(200);
        assertEquals(List.of("mine"), texts(conversationOf(first), 1));
        assertEquals(List.of("mine too"), texts(conversationOf(second), 1));
    }

    @Test
    void aMessageSoonAfterTheClosingReopensAndALaterOneOpensAnother() {
        var visitor = TestVisitor.anonymous();
        visitor.says("first");
        var conversation = conversationOf(visitor);
        var supervisor = TestAgent.supervisor();
        close(supervisor, conversation);
        visitor.says("one more thing");
        events.await(conversation, "fi.saumaton.conversation.reopened.v1");
        assertEquals(List.of("first", "one more thing"), texts(conversation, 4).subList(0, 2));

        close(supervisor, conversation);
        Database.value("update conversation set closed_at = closed_at - interval '7 days' where id = ?", conversation);
        visitor.says("a new matter");
        await().untilAsserted(() -> assertEquals(
                2,
                Database.count(
                        "select count(*) from conversation where handle_value = ?",
                        visitor.id().toString())));
        assertEquals("closed", Database.value("select state from conversation where id = ?", conversation));
    }

    private static void close(TestAgent supervisor, UUID conversation) {
        supervisor
                .asks()
                .body(Map.of("reason", "resolved"))
                .post("/api/v1/conversations/" + conversation + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));
    }

    @Test
    void anAddressInTheTextIsAClaimAndNoMore() {
        var visitor = TestVisitor.anonymous();
        visitor.says("hello");
        var conversation = conversationOf(visitor);
        visitor.says("I am Mikko@example.test");
        var claim = events.await(conversation, "fi.saumaton.conversation.claim-made.v1")
                .data()
                .path("handle");
        assertEquals("mikko@example.test", claim.path("value").asText());
        assertTrue(claim.path("proven").isBoolean() && !claim.path("proven").asBoolean());
    }

    @Test
    void whatNobodyCanReadGoesToTheDeadLettersAndTheNextIsTaken() {
        var key = "webchat:shop|" + UUID.randomUUID();
        var headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/saumaton/test",
                "ce_type", "fi.saumaton.ingress.received.v1",
                "ce_channel", "webchat:shop");
        Broker.sendRaw("ingress", key, headers, "nonsense".getBytes(StandardCharsets.UTF_8));
        var visitor = TestVisitor.anonymous();
        visitor.says("still here");
        assertEquals(List.of("still here"), texts(conversationOf(visitor), 1));
        try (var dead = new Broker("ingress.dlq.channel-gateway")) {
            var letter = dead.await(key, 1).getFirst();
            assertEquals("The record names no visitor", letter.headers().get("dead-letter-reason"));
            assertEquals("channel-gateway", letter.headers().get("dead-letter-service"));
        }
    }

    @Test
    void aBodyOverKafkasLimitTakesTheWayThroughTheDatabase() throws Throwable {
        var system = new TestWebhook("bench");
        var message = Map.of(
                "messageId", UUID.randomUUID().toString(),
                "from", Map.of("kind", "webhook-user", "value", system.handle()),
                "text", "big",
                "ballast", "x".repeat(2_000_000));
        var body = TestWebhook.json(message).getBytes(StandardCharsets.UTF_8);
        var raw = new RawInbound("webhook:bench", Instant.now(), "application/json", Map.of(), body);
        VertxContextSupport.subscribeAndAwait(() -> ingress.append(raw, system.handle()));
        await().untilAsserted(() -> assertEquals("big", Database.value("""
                        select m.text from message m join conversation c on c.id = m.conversation_id where c.handle_value = ?
                        """, "bench:" + system.handle())));
    }

    @Test
    void charactersThatPostgresqlRefusesHoldNothingUp() {
        var system = new TestWebhook("bench");
        var body = TestWebhook.json(system.message("id-" + UUID.randomUUID(), "aNULbSURROGATEc"))
                .replace("NUL", "\\u0000")
                .replace("SURROGATE", "\\ud800");
        system.post(body).then().statusCode(200);
        await().untilAsserted(() -> assertEquals("ab\uFFFDc", Database.value("""
                        select m.text from message m join conversation c on c.id = m.conversation_id where c.handle_value = ?
                        """, system.handle())));
        assertNull(Database.value("select owner_id from conversation where handle_value = ?", system.handle()));
    }
}
