/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.fault.DeadLetters;
import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Api;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Person;
import fi.saumaton.system.story.Shop;
import fi.saumaton.system.story.SignIn;
import fi.saumaton.system.story.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A person is erased through the public doors, and then looked for in every table of every service. */
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    private final Doors doors = RunningPlatform.doors();
    private final Databases databases = new Databases(RunningPlatform.get());
    private final Api admin = Api.as(doors.gateway(), new SignIn(doors.issuer()).person("admin"));
    private Agent jenni;

    @BeforeEach
    void comeToWork() {
        Desks.giveRoomFor(doors, 1_000, "jenni");
        jenni = Agent.signIn(doors, "jenni").available();
    }

    @AfterEach
    void goHome() {
        jenni.offDuty().close();
    }

    @Test
    void nothingOfThePersonIsLeftInAnyDatabase() throws Exception {
        var deadBefore = DeadLetters.count(RunningPlatform.get().kafka());
        var buyer = new Person("Mikko " + secret, secret + "@example.test", secret, "mikko");
        var bought = new Shop(doors)
                .reportPurchase(secret, "Chainsaw", buyer, Instant.now().minusSeconds(60));
        try (var visitor = Visitor.anonymous(doors)) {
            visitor.say("Where is my order? " + secret);
            var conversation = served();
            var chatting = customerOf(conversation);
            jenni.api()
                    .put(
                            "/api/v1/customers/" + chatting + "/consents/marketing",
                            Map.of("given", true, "source", "chat", "evidence", secret))
                    .expect(200);
            assertThat(databases.tablesWith(secret))
                    .contains("gateway.message", "customer.touchpoint", "customer.handle", "customer.consent");

            var first = erase(bought.path("customerId").asText());
            visitor.say("One thing more, while it is under way: " + secret);
            var second = erase(chatting);

            awaitDone(first);
            var proof = awaitDone(second);
            awaitNothingOf(secret);
            assertThat(proof.path("removed").findValuesAsText("service"))
                    .contains("channel-gateway", "customer-service", "routing-service", "analytics-service");
            assertThat(proof.path("topicsCleanBy").asText()).isNotBlank();
            assertThat(jenni.api().get("/api/v1/customers/" + chatting).status())
                    .isEqualTo(404);
            assertThat(jenni.api().get("/api/v1/conversations/" + conversation).status())
                    .isEqualTo(404);
            awaitOnlyTombstonesOf(chatting);
        }
        assertThat(DeadLetters.count(RunningPlatform.get().kafka())).isEqualTo(deadBefore);
    }

    /** Also what was sent or logged during the erasure: outboxes are emptied and late rows are swept. */
    private void awaitOnlyTombstonesOf(String customerId) {
        Awaitility.await()
                .atMost(PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(databases.tablesWith(customerId))
                        .isSubsetOf(
                                "customer.audit_entry",
                                "customer.erasure",
                                "customer.erased_subject",
                                "routing.erased_conversation",
                                "analytics.erased_customer"));
    }

    private String served() {
        var offer = jenni.awaitOfferAbout(secret);
        jenni.accept(offer);
        var conversation = offer.path("conversationId").asText();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> jenni.reply(conversation, "On its way, " + secret) != null);
        return conversation;
    }

    private String customerOf(String conversation) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jenni.conversation(conversation)
                                .at("/customer/customerId")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private String erase(String customerId) {
        return admin.post("/api/v1/customers/" + customerId + "/erasure", Map.of("reason", "request"))
                .expect(202)
                .path("erasureId")
                .asText();
    }

    private JsonNode awaitDone(String erasureId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> admin.get("/api/v1/erasures/" + erasureId).expect(200),
                        proof -> proof.path("state").asText().equals("done"));
    }

    /** Also what was being written during the erasure: it goes with the second pass. */
    private void awaitNothingOf(String text) {
        Awaitility.await()
                .atMost(PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(databases.tablesWith(text)).isEmpty());
    }
}
