/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;

/** Somebody at a desk, with a token of their own; each test invents its own people. */
public final class TestAgent {
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    private final String name;
    private final String token;

    private TestAgent(String name, String... roles) {
        this.name = name;
        this.token = TestTokens.person(name, roles);
    }

    public static TestAgent someone() {
        return new TestAgent("agent-" + UUID.randomUUID(), "agent");
    }

    public static TestAgent supervisor() {
        return new TestAgent("supervisor-" + UUID.randomUUID(), "agent", "supervisor");
    }

    public String id() {
        return TestTokens.subject(name).toString();
    }

    /** As the token says it. */
    public String name() {
        return TestTokens.displayName(name);
    }

    public String token() {
        return token;
    }

    /** The same person with other roles, as after a change of work. */
    public String tokenWith(String... roles) {
        return TestTokens.person(name, roles);
    }

    public Socket socket() {
        return Socket.ofAgent(token);
    }

    /** Routing's word that this agent has the conversation now; the fencing number. */
    public long getsAssigned(UUID conversationId) {
        long number = NUMBERS.incrementAndGet();
        Broker.send(
                "routing.events",
                conversationId,
                "fi.saumaton.work-item.assigned.v1",
                Map.of(
                        "workItemId",
                        UUID.randomUUID(),
                        "conversationId",
                        conversationId,
                        "agentId",
                        id(),
                        "agentName",
                        name(),
                        "assignmentNumber",
                        number,
                        "queuedAt",
                        "2026-11-22T10:00:00Z",
                        "assignedAt",
                        "2026-11-22T10:00:01Z",
                        "waitedSeconds",
                        1));
        return number;
    }

    /** A new conversation of the visitor's, assigned to this agent, whose desk knows; its id. */
    public UUID takesConversationOf(TestVisitor visitor) {
        var conversation = visitor.opensConversation();
        try (var desk = socket().fromNow()) {
            getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        return conversation;
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public Response replies(UUID conversationId, String text) {
        return asks().body(Map.of("text", text)).post("/api/v1/conversations/" + conversationId + "/messages");
    }

    public Response replies(UUID conversationId, String text, String idempotencyKey) {
        return asks().header("Idempotency-Key", idempotencyKey)
                .body(Map.of("text", text))
                .post("/api/v1/conversations/" + conversationId + "/messages");
    }
}
