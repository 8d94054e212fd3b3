/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From the widget to the desk and back, through every part of the gateway. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ChatFlowTest {
    private Broker events;

    @BeforeEach
    void listen() {
        events = new Broker("conversation.events");
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void aVisitorsMessageOpensAConversationAndTellsTheWorld() {
        var visitor = TestVisitor.anonymous();
        try (var socket = visitor.socket().fromNow()) {
            visitor.says("Does the saw need special oil?");

            var told = socket.awaitEvent("message.received");
            var conversation = told.path("conversationId").asText();
            assertEquals(
                    "Does the saw need special oil?",
                    told.path("message").path("text").asText());
            assertEquals(1, told.path("message").path("number").asInt());

            var said = events.await(conversation, 2);
            assertEquals("fi.saumaton.conversation.opened.v1", said.get(0).type());
            assertEquals(1, said.get(0).data().path("version").asInt());
            assertEquals("webchat:shop", said.get(0).data().path("channel").asText());
            var handle = said.get(0).data().path("sender").path("handles").path(0);
            assertEquals(visitor.id().toString(), handle.path("value").asText());
            assertTrue(handle.path("proven").asBoolean());
            assertEquals(
                    "fi.saumaton.conversation.message-received.v1", said.get(1).type());
            assertEquals(2, said.get(1).data().path("version").asInt());
            assertFalse(said.get(1).data().path("replyDueSince").isMissingNode());
        }
    }

    @Test
    void agentAndVisitorTalkBothWays() {
        var visitor = TestVisitor.anonymous();
        var jenni = TestAgent.someone();
        try (var browser = visitor.socket().fromNow();
                var desk = jenni.socket().fromNow()) {
            visitor.says("Hello?");
            var conversation = conversationOf(browser.awaitEvent("message.received"));
            long number = jenni.getsAssigned(conversation);

            var assigned = desk.awaitEvent("conversation.assigned");
            assertEquals(
                    "Hello?", assigned.path("messages").path(0).path("text").asText());
            var owner = assigned.path("conversation").path("owner");
            assertEquals(jenni.id(), owner.path("agentId").asText());
            assertEquals(number, owner.path("assignmentNumber").asLong());
            assertEquals(
                    jenni.name(),
                    browser.awaitEvent("agent.joined").path("name").asText());

            jenni.replies(conversation, "Good morning, any chain oil will do.")
                    .then()
                    .statusCode(202)
                    .body("number", equalTo(2))
                    .body("delivery.status", equalTo("sent"));
            var answer = browser.awaitEvent("message.sent").path("message");
            assertEquals(
                    "Good morning, any chain oil will do.", answer.path("text").asText());
            assertEquals(jenni.name(), answer.path("author").path("name").asText());
            assertTrue(answer.path("author").path("id").isMissingNode(), "a visitor learns no agent's id");
            assertEquals(
                    2,
                    desk.awaitEvent("message.sent")
                            .path("message")
                            .path("number")
                            .asInt());

            visitor.says("Thank you!");
            assertEquals(
                    "Thank you!",
                    desk.awaitEvent("message.received")
                            .path("message")
                            .path("text")
                            .asText());
        }
    }

    private static UUID conversationOf(JsonNode told) {
        return UUID.fromString(told.path("conversationId").asText());
    }
}
