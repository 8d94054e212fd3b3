/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestShop;
import fi.saumaton.gateway.TestVisitor;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who a visitor is, what they may see, and how much they may say. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ChatSessionTest {
    private static final String SHOP = "webchat:shop";

    private static String messageOf(Socket socket) {
        return socket.awaitEvent("message.received").path("conversationId").asText();
    }

    @Test
    void aReloadGoesOnWithTheSameConversation() {
        var visitor = TestVisitor.anonymous();
        String conversation;
        try (var socket = visitor.socket().fromNow()) {
            visitor.says("Hello");
            conversation = messageOf(socket);
        }
        TestVisitor.open(SHOP, null, visitor.token())
                .then()
                .statusCode(200)
                .body("visitorId", equalTo(visitor.id().toString()))
                .body("conversationId", equalTo(conversation))
                .body("authenticated", equalTo(false));
        visitor.get("/api/v1/chat/messages")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", equalTo("Hello"))
                .body("next", nullValue());
    }

    @Test
    void theShopsTokenProvesWhoIsThere() {
        var customer = "c-" + UUID.randomUUID();
        var email = customer + "@example.test";
        TestVisitor.open(SHOP, TestShop.token(customer, email, "Mikko"), null)
                .then()
                .statusCode(200)
                .body("authenticated", equalTo(true))
                .body("displayName", equalTo("Mikko"));
        var mikko = TestVisitor.loggedIn(TestShop.token(customer, email, "Mikko"));
        try (var socket = mikko.socket().fromNow();
                var events = new Broker("conversation.events")) {
            mikko.says("It is me");
            var sender = events.await(messageOf(socket), 2).getFirst().data().path("sender");
            assertEquals("Mikko", sender.path("displayName").asText());
            assertEquals(3, sender.path("handles").size());
            for (var handle : sender.path("handles")) {
                assertTrue(
                        handle.path("proven").asBoolean(), handle.path("kind").asText());
            }
            assertEquals(email, sender.path("handles").path(2).path("value").asText());
            assertEquals(
                    "shop-token",
                    sender.path("handles").path(2).path("evidence").asText());
        }
    }

    @Test
    void aVisitorWhoLogsInStaysTheSameVisitor() {
        var visitor = TestVisitor.anonymous();
        TestVisitor.open(SHOP, TestShop.token("c1", "c1@example.test", "Mikko"), visitor.token())
                .then()
                .body("visitorId", equalTo(visitor.id().toString()))
                .body("authenticated", equalTo(true));
    }

    @Test
    void whoeverSitsThereAfterALogoutIsSomebodyNew() {
        var customer = "c-" + UUID.randomUUID();
        var mikko = TestVisitor.loggedIn(TestShop.token(customer, "m@example.test", "Mikko"));
        var id = mikko.id().toString();
        TestVisitor.open(SHOP, null, mikko.token())
                .then()
                .statusCode(200)
                .body("visitorId", not(equalTo(id)))
                .body("authenticated", equalTo(false))
                .body("displayName", nullValue());
        TestVisitor.open(SHOP, TestShop.token("somebody-else", "s@example.test", "Sami"), mikko.token())
                .then()
                .body("visitorId", not(equalTo(id)))
                .body("displayName", equalTo("Sami"));
        TestVisitor.open(SHOP, TestShop.token(customer, "m@example.test", "Mikko"), mikko.token())
                .then()
                .body("visitorId", equalTo(id));
    }

    @Test
    void aTokenOfAnotherChannelBeginsAnew() {
        var visitor = TestVisitor.anonymous();
        TestVisitor.open("webchat:other", null, visitor.token())
                .then()
                .statusCode(200)
                .body("visitorId", not(equalTo(visitor.id().toString())));
    }

    @Test
    void badSessionsAreRefused() {
        TestVisitor.open("webchat:nowhere", null, null).then().statusCode(404);
        TestVisitor.open("email:support", null, null).then().statusCode(404);
        TestVisitor.open(" ", null, null).then().statusCode(422);
        var claims = TestShop.claims("c", "c@example.test", "C");
        claims.put("aud", "elsewhere");
        TestVisitor.open(SHOP, TestShop.token(claims), null)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:shop-token-refused"));
        TestVisitor.open("webchat:other", TestShop.token("c", "c@example.test", "C"), null)
                .then()
                .statusCode(401);
        TestVisitor.open(SHOP, null, "rubbish").then().statusCode(200).body("visitorId", notNullValue());
    }

    @Test
    void badMessagesAreRefused() {
        var visitor = TestVisitor.anonymous();
        var id = UUID.randomUUID();
        visitor.postBody("{").then().statusCode(400).contentType("application/problem+json");
        visitor.post(id, " ").then().statusCode(422).body("field", equalTo("text"));
        visitor.post(id, "x".repeat(8001)).then().statusCode(422);
        visitor.postBody(Map.of("text", "no id")).then().statusCode(422).body("field", equalTo("clientMessageId"));
        visitor.postBody(Map.of("clientMessageId", id, "text", "x".repeat(200_000)))
                .then()
                .statusCode(413);
        for (var token : new String[] {"", "Bearer ", "Bearer rubbish", "Basic abc"}) {
            given().header("Authorization", token)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/chat/messages")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("urn:saumaton:problem:unauthorised"));
        }
        given().get("/api/v1/chat/messages").then().statusCode(401);
        assertEquals(401, Socket.refusal("/api/v1/chat/stream", "visitor.rubbish"));
        assertEquals(
                401,
                Socket.refusal(
                        "/api/v1/chat/stream", "bearer." + TestAgent.someone().token()));
    }

    @Test
    void whoSaysTooMuchAtOnceIsAskedToWait() {
        var visitor = TestVisitor.anonymous();
        int refused = 0;
        for (int i = 0; i < TestSettings.BURST * 2; i++) {
            var response = visitor.post(UUID.randomUUID(), "spam");
            if (response.statusCode() == 429) {
                refused++;
                response.then()
                        .header("Retry-After", equalTo("1"))
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:saumaton:problem:too-many-requests"));
            }
        }
        assertTrue(refused > 0, "nothing was refused");
        TestVisitor.anonymous().says("others are not affected");
    }

    /** The heart of it: a claim opens nothing, and its answer does not depend on whether anybody has the address. */
    @Test
    void anAnonymousVisitorLearnsNothingOfWhomTheyClaimToBe() {
        var known = "c-" + UUID.randomUUID();
        var email = known + "@example.test";
        var mikko = TestVisitor.loggedIn(TestShop.token(known, email, "Mikko Secret"));
        try (var socket = mikko.socket().fromNow()) {
            mikko.says("My secret order is 4711");
            messageOf(socket);
        }
        var stranger = TestVisitor.anonymous();
        try (var socket = stranger.socket().fromNow();
                var desk = TestAgent.someone().socket()) {
            stranger.says("I am " + email);
            var conversation = UUID.fromString(messageOf(socket));
            var known200 = claim(stranger, Map.of("email", email));
            var unknown200 = claim(stranger, Map.of("email", "nobody@nowhere.test"));
            assertEquals(known200, unknown200);
            Broker.send(
                    "customer.events",
                    UUID.randomUUID(),
                    "fi.saumaton.customer.identified.v1",
                    identified(conversation));
            await().until(() -> Database.value("select customer from conversation where id = ?", conversation) != null);

            stranger.says("Well?");
            socket.awaitEvent("message.received", 2);
            var history = stranger.get("/api/v1/chat/messages")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            var session = TestVisitor.open(SHOP, null, stranger.token()).asString();
            for (var seen : new String[] {history, session, socket.frames().toString()}) {
                assertFalse(seen.contains("Secret"), seen);
                assertFalse(seen.contains("4711"), seen);
                assertFalse(seen.contains("customer\":{"), seen);
            }
            assertTrue(desk.hello().has("sequence"));
        }
    }

    private static Map<String, Object> identified(UUID conversation) {
        return Map.of(
                "customerId",
                UUID.randomUUID(),
                "conversationId",
                conversation,
                "conversationVersion",
                1,
                "verified",
                false,
                "claims",
                List.of(),
                "claimedCustomerId",
                UUID.randomUUID(),
                "claimedDisplayName",
                "Mikko Secret",
                "identifiedAt",
                "2026-11-22T10:00:00Z");
    }

    private static String claim(TestVisitor visitor, Map<String, String> claim) {
        var response = given().header("Authorization", "Bearer " + visitor.token())
                .contentType(ContentType.JSON)
                .body(claim)
                .post("/api/v1/chat/claims");
        return response.statusCode() + response.asString();
    }

    @Test
    void aClaimBeforeTheFirstWordGoesAlongWithIt() {
        var visitor = TestVisitor.anonymous();
        assertEquals("202", claim(visitor, Map.of("phone", "040 123 4567")));
        try (var socket = visitor.socket().fromNow();
                var events = new Broker("conversation.events")) {
            visitor.says("Call me");
            var handle = events.await(messageOf(socket), 2)
                    .getFirst()
                    .data()
                    .path("sender")
                    .path("handles")
                    .path(1);
            assertEquals("+358401234567", handle.path("value").asText());
            assertFalse(handle.path("proven").asBoolean());
        }
        assertTrue(claim(visitor, Map.of("email", "nonsense")).startsWith("422"));
        assertTrue(claim(visitor, Map.of()).startsWith("422"));
        assertTrue(claim(visitor, Map.of("email", "a@b.test", "phone", "0401234567"))
                .startsWith("422"));
    }

    @Test
    void onlyTheShopsPagesMayEmbedTheWidget() {
        given().header("Origin", "http://shop.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/chat/messages")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("http://shop.test"))
                .header("Access-Control-Allow-Headers", equalTo("Authorization, Content-Type, Accept-Language"));
        given().header("Origin", "http://evil.test")
                .options("/api/v1/chat/sessions")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "http://shop.test")
                .get("/api/v1/chat/messages")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("http://shop.test"));
    }
}
