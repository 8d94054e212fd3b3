/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/** A widget in some browser. */
public final class TestVisitor {
    private final String token;
    private final UUID id;

    private TestVisitor(String token, UUID id) {
        this.token = token;
        this.id = id;
    }

    public static TestVisitor anonymous() {
        return of(open("webchat:shop", null, null));
    }

    public static TestVisitor loggedIn(String shopToken) {
        return of(open("webchat:shop", shopToken, null));
    }

    public static TestVisitor of(Response session) {
        session.then().statusCode(200);
        return new TestVisitor(session.path("visitorToken"), UUID.fromString(session.path("visitorId")));
    }

    public static Response open(String channel, String shopToken, String visitorToken) {
        var request = new HashMap<String, String>();
        request.put("channel", channel);
        request.put("shopToken", shopToken);
        request.put("visitorToken", visitorToken);
        return given().contentType(ContentType.JSON).body(request).post("/api/v1/chat/sessions");
    }

    public String token() {
        return token;
    }

    public UUID id() {
        return id;
    }

    public Socket socket() {
        return Socket.ofVisitor(token);
    }

    /** Says something, and insists on its being accepted. */
    public UUID says(String text) {
        var clientMessageId = UUID.randomUUID();
        post(clientMessageId, text).then().statusCode(200);
        return clientMessageId;
    }

    /** Says hello, and waits until there is a conversation; its id. */
    public UUID opensConversation() {
        try (var socket = socket().fromNow()) {
            says("Hello");
            return UUID.fromString(
                    socket.awaitEvent("message.received").path("conversationId").asText());
        }
    }

    public Response post(UUID clientMessageId, String text) {
        return postBody(Map.of("clientMessageId", clientMessageId, "text", text));
    }

    public Response postBody(Object body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/chat/messages");
    }

    public Response get(String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }
}
