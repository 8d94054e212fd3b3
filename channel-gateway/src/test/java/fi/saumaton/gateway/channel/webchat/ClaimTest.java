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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Addresses that visitors name without proof. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ClaimTest {
    private static final String SHOP = "webchat:shop";

    private static String messageOf(Socket socket) {
        return socket.awaitEvent("message.received").path("conversationId").asText();
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
}
