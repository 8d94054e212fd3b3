/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The deadline of an offer is a row: it fires although the instance that made the offer is dead. */
class DeadlineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";
    private static final String QUEUE =
            "{\"requiredSkills\":[],\"offerSeconds\":%d,\"priority\":0,\"channels\":[\"webchat\"]}";

    private final StackResource stack = new StackResource();
    private final List<Instance> instances = new ArrayList<>();
    private Map<String, String> settings;
    private KafkaDoor kafka;
    private Database database;

    @BeforeEach
    void start() {
        stack.init(Map.of("db", "routing"));
        settings = stack.start();
        kafka = new KafkaDoor(settings.get("kafka.bootstrap.servers"));
        database = new Database(
                settings.get("saumaton.db.url"),
                settings.get("saumaton.db.user"),
                settings.get("saumaton.db.password"));
    }

    @AfterEach
    void stop() {
        kafka.close();
        instances.forEach(Instance::kill);
        stack.stop();
    }

    @Test
    void anOfferThatRanOutWhileNobodyRanEndsAfterTheRestartAndTheNextAgentIsAsked() throws IOException {
        Instance only = instance("only");
        offersStandFor(5, only);
        available(only, "jenni");
        KafkaDoor.Event offer = offerOf(arrives(), 1);
        available(only, "sami");
        only.kill();
        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "select count(*) from timer where kind = 'offer' and ref = ? and due_at < now()",
                                offer.text("offerId"))
                        == 1);
        assertEquals("pending", state(offer));

        Instance restarted = instance("restarted");

        assertTimedOut(offer);
        KafkaDoor.Event next = offerOf(UUID.fromString(offer.text("conversationId")), 2);
        assertEquals(Scene.id("sami"), next.text("agentId"));
        var answer = restarted.call(
                "POST",
                "/api/v1/offers/" + next.text("offerId") + "/acceptance",
                TestTokens.person("sami", "agent"),
                null);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void theDeadlinesOfADeadInstanceFireAtTheOther() throws IOException {
        Instance first = instance("first");
        offersStandFor(25, first);
        available(first, "jenni");
        List<KafkaDoor.Event> offers = List.of(offerOf(arrives(), 1), offerOf(arrives(), 1), offerOf(arrives(), 1));
        instance("second");
        first.kill();
        offers.forEach(offer -> assertEquals("pending", state(offer), "made by the first, and not ended by it"));

        offers.forEach(this::assertTimedOut);
    }

    private Instance instance(String name) {
        Instance instance = new Instance(name, settings);
        instances.add(instance);
        await().atMost(PATIENCE).until(instance::isReady);
        return instance;
    }

    private static void offersStandFor(int seconds, Instance at) throws IOException {
        var queue =
                at.call("PUT", "/api/v1/queues/support", TestTokens.person("admin", "admin"), QUEUE.formatted(seconds));
        assertEquals(200, queue.statusCode(), queue.body());
    }

    private static void available(Instance at, String agent) throws IOException {
        var presence = at.call(
                "PUT", "/api/v1/agents/me/presence", TestTokens.person(agent, "agent"), "{\"status\":\"available\"}");
        assertEquals(200, presence.statusCode(), presence.body());
    }

    private UUID arrives() {
        UUID conversation = UUID.randomUUID();
        kafka.send("customer.events", IDENTIFIED, conversation, """
                {"customerId":"%s","conversationId":"%s","conversationVersion":1,"channel":"webchat:shop",
                 "channelKind":"webchat","situation":{},"firstMessageAt":"%s"}
                """.formatted(
                        UUID.randomUUID(), conversation, Instant.now()));
        return conversation;
    }

    private KafkaDoor.Event offerOf(UUID conversation, int nth) {
        AtomicReference<List<KafkaDoor.Event>> made = new AtomicReference<>(List.of());
        await().atMost(PATIENCE).untilAsserted(() -> {
            made.set(kafka.events(event -> event.type().equals("fi.saumaton.offer.made.v1")
                    && conversation.toString().equals(event.text("conversationId"))));
            assertFalse(made.get().size() < nth, "offers of " + conversation);
        });
        return made.get().get(nth - 1);
    }

    private void assertTimedOut(KafkaDoor.Event offer) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        1,
                        kafka.events(event -> event.type().equals("fi.saumaton.offer.timed-out.v1")
                                        && offer.text("offerId").equals(event.text("offerId")))
                                .size()));
        assertEquals("timed-out", state(offer));
    }

    private String state(KafkaDoor.Event offer) {
        return (String) database.rows("select state from offer where id = ?::uuid", offer.text("offerId"))
                .getFirst()
                .getFirst();
    }
}
