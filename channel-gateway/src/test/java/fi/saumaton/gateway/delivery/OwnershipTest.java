/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who may read, and who may write. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class OwnershipTest {
    private TestVisitor visitor;
    private final TestAgent jenni = TestAgent.someone();

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    private UUID conversation() {
        try (var socket = visitor.socket().fromNow()) {
            visitor.says("Hello");
            return UUID.fromString(
                    socket.awaitEvent("message.received").path("conversationId").asText());
        }
    }

    private UUID conversationOf(TestAgent agent) {
        var conversation = conversation();
        try (var desk = agent.socket().fromNow()) {
            agent.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        return conversation;
    }

    private static String problem(String slug) {
        return "urn:saumaton:problem:" + slug;
    }

    @Test
    void onlyTheOwnerAnswers() {
        var conversation = conversationOf(jenni);
        var sami = TestAgent.someone();
        sami.replies(conversation, "mine?").then().statusCode(409).body("type", equalTo(problem("not-owner")));
        jenni.replies(conversation, "mine").then().statusCode(202).body("author.name", equalTo(jenni.name()));
    }

    @Test
    void whoHoldsAnOlderAssignmentIsNoLongerTheOwner() {
        var conversation = conversation();
        try (var desk = jenni.socket().fromNow()) {
            long first = jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
            long second = jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned", 2);
            var path = "/api/v1/conversations/" + conversation + "/messages";
            jenni.asks()
                    .body(Map.of("text", "late", "assignmentNumber", first))
                    .post(path)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo(problem("not-owner")));
            jenni.asks()
                    .body(Map.of("text", "now", "assignmentNumber", second))
                    .post(path)
                    .then()
                    .statusCode(202);
        }
    }

    @Test
    void aLateAssignmentTakesNothingFromANewerOwner() {
        var conversation = conversation();
        var sami = TestAgent.someone();
        try (var desk = jenni.socket().fromNow()) {
            assignWithNumber(conversation, jenni, 100);
            desk.awaitEvent("conversation.assigned");
            assignWithNumber(conversation, sami, 99);
            queue(conversation, "agent-gone");
            desk.awaitEvent("conversation.released");
        }
        sami.replies(conversation, "mine?").then().statusCode(409);
        jenni.replies(conversation, "still mine?").then().statusCode(409);
    }

    private static void assignWithNumber(UUID conversation, TestAgent agent, long number) {
        Broker.send(
                "routing.events",
                conversation,
                "fi.saumaton.work-item.assigned.v1",
                Map.of(
                        "workItemId", UUID.randomUUID(),
                        "conversationId", conversation,
                        "agentId", agent.id(),
                        "agentName", agent.name(),
                        "assignmentNumber", number));
    }

    private static void queue(UUID conversation, String reason) {
        Broker.send(
                "routing.events",
                conversation,
                "fi.saumaton.work-item.queued.v1",
                Map.of("workItemId", UUID.randomUUID(), "conversationId", conversation, "reason", reason));
    }

    @Test
    void whatIsQueuedAgainHasNoOwner() {
        var conversation = conversationOf(jenni);
        try (var desk = jenni.socket().fromNow()) {
            queue(conversation, "customer-wrote");
            assertEquals(
                    "customer-wrote",
                    desk.awaitEvent("conversation.released").path("reason").asText());
        }
        jenni.replies(conversation, "too late").then().statusCode(409);
        jenni.asks()
                .get("/api/v1/conversations/" + conversation)
                .then()
                .statusCode(200)
                .body("owner", nullValue());
    }

    @Test
    void aRepeatedReplyIsStoredOnce() {
        var conversation = conversationOf(jenni);
        var key = UUID.randomUUID().toString();
        String first = jenni.replies(conversation, "once", key)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
        String second = jenni.replies(conversation, "once", key)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
        assertEquals(first, second);
        assertEquals(
                1,
                Database.count(
                        "select count(*) from message where conversation_id = ? and direction = 'out'", conversation));
        jenni.replies(conversation, "something else", key)
                .then()
                .statusCode(422)
                .body("type", equalTo(problem("idempotency-key-reused")));
    }

    @Test
    void aClosedConversationTakesNoAnswer() {
        var conversation = conversationOf(jenni);
        var closure = "/api/v1/conversations/" + conversation + "/closure";
        TestAgent.someone()
                .asks()
                .body(Map.of("reason", "spam"))
                .post(closure)
                .then()
                .statusCode(409)
                .body("type", equalTo(problem("not-owner")));
        try (var browser = visitor.socket().fromNow()) {
            for (int i = 0; i < 2; i++) {
                jenni.asks()
                        .body(Map.of("reason", "resolved"))
                        .post(closure)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("closed"));
            }
            browser.awaitEvent("conversation.closed");
            assertEquals(1, browser.events("conversation.closed").size());
        }
        jenni.replies(conversation, "one more")
                .then()
                .statusCode(409)
                .body("type", equalTo(problem("conversation-closed")));
        try (var events = new Broker("conversation.events")) {
            var closed = events.await(conversation, "fi.saumaton.conversation.closed.v1")
                    .data();
            assertEquals("resolved", closed.path("reason").asText());
            assertEquals(jenni.id(), closed.path("closedBy").path("id").asText());
        }
    }

    @Test
    void badRepliesAreRefusedByName() {
        var conversation = conversationOf(jenni);
        var path = "/api/v1/conversations/" + conversation + "/messages";
        jenni.replies(conversation, " ").then().statusCode(422).contentType("application/problem+json");
        jenni.replies(conversation, "x".repeat(8001))
                .then()
                .statusCode(422)
                .body("maxLength", equalTo(8000))
                .body("field", equalTo("text"));
        jenni.asks()
                .body(Map.of("text", "to what?", "inReplyTo", UUID.randomUUID()))
                .post(path)
                .then()
                .statusCode(422)
                .body("field", equalTo("inReplyTo"));
        jenni.asks().body("{").post(path).then().statusCode(400).contentType("application/problem+json");
        jenni.asks().body("x".repeat(2_000_000)).post(path).then().statusCode(413);
        jenni.asks()
                .body(Map.of("reason", "because"))
                .post("/api/v1/conversations/" + conversation + "/closure")
                .then()
                .statusCode(400);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (var id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
            var path = "/api/v1/conversations/" + id;
            jenni.asks().get(path).then().statusCode(404).contentType("application/problem+json");
            jenni.asks().get(path + "/messages").then().statusCode(404);
            jenni.asks()
                    .body(Map.of("text", "a"))
                    .post(path + "/messages")
                    .then()
                    .statusCode(404);
            jenni.asks()
                    .body(Map.of("reason", "other"))
                    .post(path + "/closure")
                    .then()
                    .statusCode(404);
            jenni.asks().get("/api/v1/attachments/" + id).then().statusCode(404);
        }
    }

    @Test
    void onlyThePeopleWhoServeComeIn() {
        var path = "/api/v1/conversations/" + conversation();
        var manager = TestTokens.person("m-" + UUID.randomUUID(), "manager");
        for (var get : new String[] {"/api/v1/conversations", path, path + "/messages", "/api/v1/channels"}) {
            given().get(get).then().statusCode(401).contentType("application/problem+json");
            given().auth()
                    .oauth2(TestTokens.expired("jenni", "agent"))
                    .get(get)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(TestTokens.forged("jenni", "agent"))
                    .get(get)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(TestTokens.person("c", "colleague"))
                    .get(get)
                    .then()
                    .statusCode(403);
        }
        given().auth().oauth2(manager).get(path).then().statusCode(403);
        given().auth()
                .oauth2(manager)
                .get("/api/v1/attachments/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        given().get("/api/v1/attachments/" + UUID.randomUUID()).then().statusCode(401);
        var reply = given().contentType("application/json").body(Map.of("text", "a"));
        reply.post(path + "/messages").then().statusCode(401);
        reply.auth().oauth2(manager).post(path + "/messages").then().statusCode(403);
        assertEquals(401, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.expired("jenni", "agent")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.forged("jenni", "agent")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "nothing"));
        assertEquals(403, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.person("x", "customer")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "visitor." + visitor.token()));
    }

    @Test
    void listsShowWhatIsMineNobodysAndToSupervisorsEverybodys() {
        var mine = conversationOf(jenni);
        come();
        var nobodys = conversation();
        var list = "/api/v1/conversations";
        jenni.asks().get(list).then().statusCode(200).body("items.conversationId", equalTo(List.of(mine.toString())));
        jenni.asks()
                .get(list + "?owner=none&limit=200")
                .then()
                .body("items.conversationId", hasItem(nobodys.toString()))
                .body("items.conversationId", not(hasItem(mine.toString())));
        jenni.asks().get(list + "?owner=all").then().statusCode(403);
        TestAgent.supervisor()
                .asks()
                .get(list + "?owner=all&limit=200")
                .then()
                .statusCode(200)
                .body("items.conversationId", hasItem(mine.toString()));
        jenni.asks().get(list + "?owner=x").then().statusCode(422);
        jenni.asks().get(list + "?limit=0").then().statusCode(422);
        jenni.asks().get(list + "?after=nonsense").then().statusCode(422);
        String next = jenni.asks()
                .get(list + "?owner=none&limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        jenni.asks()
                .queryParam("after", next)
                .get(list + "?owner=none&limit=1")
                .then()
                .statusCode(200);
    }
}
