/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Contracts;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A promise that is due soon reaches its owner and the named person it was escalated to. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class PromisedTest {
    private final TestAgent jenni = TestAgent.someone();
    private final TestAgent supervisor = TestAgent.supervisor();
    private final UUID promise = UUID.randomUUID();
    private UUID conversation;

    private void told(String name) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "promiseId",
                promise,
                "version",
                2,
                "state",
                name,
                "kind",
                "call-back",
                "text",
                "We call you back",
                "windowUntil",
                Instant.now().plusSeconds(600),
                "ownerType",
                "agent",
                "ownerId",
                jenni.id(),
                "ownerName",
                jenni.name()));
        data.put("escalatedToId", supervisor.id());
        data.put("language", "fi");
        if (conversation != null) {
            data.put("conversationId", conversation);
        }
        Broker.send("routing.events", promise, "fi.saumaton.promise." + name + ".v1", data);
    }

    @Test
    void itsOwnerAndTheNamedPersonHearOfIt() {
        try (var owner = jenni.socket().fromNow();
                var boss = supervisor.socket().fromNow()) {
            told("due-soon");
            assertEquals(
                    promise.toString(),
                    owner.awaitEvent("promise.due-soon").path("promiseId").asText());
            var heard = boss.awaitEvent("promise.due-soon");
            assertEquals("We call you back", heard.path("text").asText());
            assertEquals(jenni.name(), heard.path("ownerName").asText());
            told("late");
            assertEquals(
                    promise.toString(),
                    boss.awaitEvent("promise.late").path("promiseId").asText());
        }
    }

    @Test
    void theCustomerIsToldBeforeTheTimeHasRunOutAndStillWaitsForAnAnswer() {
        var visitor = TestVisitor.anonymous();
        try (var socket = visitor.socket().fromNow()) {
            visitor.says("When do you call?");
            conversation = UUID.fromString(
                    socket.awaitEvent("message.received").path("conversationId").asText());
            told("running-out");
            var notice = socket.awaitEvent("message.sent").path("message");
            assertTrue(
                    notice.path("text").asText().startsWith("Lupasimme palata sinulle viimeistään"), notice::toString);
            assertEquals("system", notice.path("author").path("type").asText());
        }
        supervisor
                .asks()
                .get("/api/v1/conversations/" + conversation)
                .then()
                .statusCode(200)
                .body("replyDue", equalTo(true));
    }

    @Test
    void theCustomerReadsTheTruthInTheirLanguage() {
        var until = Instant.parse("2026-11-23T10:00:00Z");
        var zone = ZoneId.of("Europe/Helsinki");
        assertTrue(PromiseWords.runningOut("fi", until, zone).contains("maanantaina 23.11. klo 12.00"));
        assertTrue(PromiseWords.runningOut("sv", until, zone).contains("måndag 23.11. kl. 12.00"));
        assertTrue(PromiseWords.runningOut("de", until, zone).contains("Monday 23 November at 12:00"));
        assertTrue(PromiseWords.runningOut(null, until, zone).startsWith("We promised"));
    }

    @Test
    void theEventsOfTheContractAreUnderstood() {
        for (String type : Promised.TYPES.keySet()) {
            String file = "routing/"
                    + type.replace("fi.saumaton.promise.", "promise-").replace(".v1", "");
            assertEquals("Jenni", Contracts.example(file, Promised.class).ownerName());
        }
    }
}
