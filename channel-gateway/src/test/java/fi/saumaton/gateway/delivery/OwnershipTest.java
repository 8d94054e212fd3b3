/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who may write to a customer. */
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

    private static String problem(String slug) {
        return "urn:saumaton:problem:" + slug;
    }

    @Test
    void onlyTheOwnerAnswers() {
        var conversation = jenni.takesConversationOf(visitor);
        var sami = TestAgent.someone();
        sami.replies(conversation, "mine?").then().statusCode(409).body("type", equalTo(problem("not-owner")));
        jenni.replies(conversation, "mine").then().statusCode(202).body("author.name", equalTo(jenni.name()));
    }

    @Test
    void whoHoldsAnOlderAssignmentIsNoLongerTheOwner() {
        var conversation = visitor.opensConversation();
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
        var conversation = visitor.opensConversation();
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
        var conversation = jenni.takesConversationOf(visitor);
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
    void aClosedConversationTakesNoAnswer() {
        var conversation = jenni.takesConversationOf(visitor);
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
}
