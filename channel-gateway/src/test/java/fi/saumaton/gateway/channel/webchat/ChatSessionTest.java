/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestShop;
import fi.saumaton.gateway.TestVisitor;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who a visitor is, from one session to the next. */
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
}
