/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What routing and customer-service tell, in either order, and what the desk makes of it. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class OfferTest {
    private TestVisitor visitor;
    private final TestAgent jenni = TestAgent.someone();
    private final UUID offer = UUID.randomUUID();

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    private UUID conversation(String text) {
        try (var socket = visitor.socket().fromNow()) {
            visitor.says(text);
            return UUID.fromString(
                    socket.awaitEvent("message.received").path("conversationId").asText());
        }
    }

    private void offered(UUID conversation, UUID eventId) {
        Broker.send(
                "routing.events",
                conversation.toString(),
                eventId,
                "fi.saumaton.offer.made.v1",
                Map.of(
                        "offerId", offer,
                        "workItemId", UUID.randomUUID(),
                        "conversationId", conversation,
                        "agentId", jenni.id(),
                        "agentName", jenni.name(),
                        "queue", "support",
                        "decisionId", UUID.randomUUID(),
                        "madeAt", Instant.now(),
                        "expiresAt", Instant.now().plusSeconds(30)));
    }

    private void offerEnded(UUID conversation, String how) {
        Broker.send(
                "routing.events",
                conversation,
                "fi.saumaton.offer." + how + ".v1",
                Map.of(
                        "offerId", offer,
                        "workItemId", UUID.randomUUID(),
                        "conversationId", conversation,
                        "agentId", jenni.id(),
                        "at", Instant.now()));
    }

    private static void identified(UUID conversation, String name, UUID issue) {
        Broker.send(
                "customer.events",
                UUID.randomUUID(),
                "fi.saumaton.customer.identified.v1",
                Map.of(
                        "customerId",
                        UUID.randomUUID(),
                        "conversationId",
                        conversation,
                        "conversationVersion",
                        1,
                        "verified",
                        true,
                        "displayName",
                        name,
                        "claims",
                        List.of(),
                        "issue",
                        Map.of("issueId", issue, "reference", "K7RM-2XQ4", "title", "Oil", "state", "open"),
                        "identifiedAt",
                        Instant.now()));
    }

    @Test
    void anOfferShowsWhatItIsAboutAndWhatIsLearntLaterFollows() {
        var text = "Does the saw need special oil? " + "x".repeat(300);
        var conversation = conversation(text);
        try (var desk = jenni.socket().fromNow()) {
            offered(conversation, UUID.randomUUID());
            var made = desk.awaitEvent("offer.made");
            assertEquals(offer.toString(), made.path("offerId").asText());
            assertEquals("support", made.path("queue").asText());
            assertEquals("webchat", made.path("channelKind").asText());
            assertEquals(200, made.path("preview").asText().length());
            assertTrue(made.path("preview").asText().startsWith("Does the saw"));
            assertTrue(made.path("customerName").isMissingNode());

            identified(conversation, "Mikko", UUID.randomUUID());
            var updated = desk.awaitEvent("conversation.updated").path("conversation");
            assertEquals("Mikko", updated.path("customer").path("displayName").asText());
            assertEquals("K7RM-2XQ4", updated.path("issue").path("reference").asText());

            offerEnded(conversation, "timed-out");
            assertEquals(
                    "timed-out", desk.awaitEvent("offer.ended").path("outcome").asText());
            identified(conversation, "Mikko M.", UUID.randomUUID());

            awaitName(conversation, "Mikko M.");
            assertEquals(1, desk.events("conversation.updated").size());
        }
    }

    private void awaitName(UUID conversation, String name) {
        await().untilAsserted(() -> jenni.asks()
                .get("/api/v1/conversations/" + conversation)
                .then()
                .body("customer.displayName", equalTo(name)));
    }

    @Test
    void theNameIsInTheOfferWhenTheCustomerIsKnownFirst() {
        var conversation = conversation("Hello");
        identified(conversation, "Mikko", UUID.randomUUID());
        awaitName(conversation, "Mikko");
        try (var desk = jenni.socket().fromNow()) {
            offered(conversation, UUID.randomUUID());
            var made = desk.awaitEvent("offer.made");
            assertEquals("Mikko", made.path("customerName").asText());
            assertTrue(made.path("verified").asBoolean());
        }
    }

    @Test
    void theSameEventTwiceIsToldOnce() {
        var conversation = conversation("Hello");
        var eventId = UUID.randomUUID();
        try (var desk = jenni.socket().fromNow()) {
            offered(conversation, eventId);
            offered(conversation, eventId);
            offerEnded(conversation, "declined");
            assertEquals(
                    "declined", desk.awaitEvent("offer.ended").path("outcome").asText());
            assertEquals(1, desk.events("offer.made").size());
        }
    }

    @Test
    void aResolvedIssueIsSeenAtTheDeskAndAReopenedOneToo() {
        var conversation = conversation("Hello");
        var issue = UUID.randomUUID();
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
            identified(conversation, "Mikko", issue);
            assertEquals("open", state(desk.awaitEvent("conversation.updated")));
            Broker.send(
                    "customer.events", UUID.randomUUID(), "fi.saumaton.issue.resolved.v1", Map.of("issueId", issue));
            assertEquals("resolved", state(desk.awaitEvent("conversation.updated", 2)));
            Broker.send(
                    "customer.events", UUID.randomUUID(), "fi.saumaton.issue.reopened.v1", Map.of("issueId", issue));
            assertEquals("open", state(desk.awaitEvent("conversation.updated", 3)));
        }
    }

    private static String state(JsonNode told) {
        return told.path("conversation").path("issue").path("state").asText();
    }

    @Test
    void whatRefersToNothingGoesToTheDeadLetters() {
        var nowhere = UUID.randomUUID();
        offered(nowhere, UUID.randomUUID());
        try (var dead = new Broker("routing.events.dlq.channel-gateway")) {
            var letter = dead.await(nowhere, 1).getFirst();
            assertEquals("There is no such conversation here", letter.headers().get("dead-letter-reason"));
            assertFalse(letter.data().path("offerId").isMissingNode());
        }
    }
}
