/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a visitor may say, how much of it, and from which pages. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ChatDoorTest {
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
