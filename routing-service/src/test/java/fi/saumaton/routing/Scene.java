/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * A test's own corner of the service: a queue with a channel kind that nobody else uses, and agents of its own, so that
 * tests do not get each other's work.
 */
public final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";

    public final String kind = "k" + UUID.randomUUID().toString().substring(0, 8);
    public final String queue = "q-" + kind;
    public final KafkaDoor kafka;
    public final Database database;

    private Scene() {
        var config = ConfigProvider.getConfig();
        kafka = new KafkaDoor(config.getValue("kafka.bootstrap.servers", String.class));
        database = new Database(
                config.getValue("saumaton.db.url", String.class),
                config.getValue("saumaton.db.user", String.class),
                config.getValue("saumaton.db.password", String.class));
    }

    public static Scene withQueue(int offerSeconds) {
        Scene scene = new Scene();
        as("admin", "admin")
                .body("""
                        {"requiredSkills":[],"offerSeconds":%d,"priority":0,"channels":["%s"]}
                        """.formatted(offerSeconds, scene.kind))
                .put("/api/v1/queues/" + scene.queue)
                .then()
                .statusCode(200);
        return scene;
    }

    /** Somebody's request. */
    public static RequestSpecification as(String name, String... roles) {
        return given().auth().oauth2(TestTokens.person(name, roles)).contentType("application/json");
    }

    /** An agent of this scene's own, working in its queue only. */
    public String agent(String name) {
        String unique = name + "-" + kind;
        presence(unique, "away");
        String id = TestTokens.subject(unique).toString();
        as("admin", "admin")
                .header("If-Match", "*")
                .body("{\"queues\":[\"" + queue + "\"],\"capacity\":{\"total\":3}}")
                .put("/api/v1/agents/" + id)
                .then()
                .statusCode(200);
        presence(unique, "available");
        return unique;
    }

    public static void presence(String name, String status) {
        as(name, "agent")
                .body("{\"status\":\"" + status + "\"}")
                .put("/api/v1/agents/me/presence")
                .then()
                .statusCode(200);
    }

    public static String id(String name) {
        return TestTokens.subject(name).toString();
    }

    /** A conversation with an identified customer: new work for the scene's queue. */
    public UUID arrives() {
        UUID conversation = UUID.randomUUID();
        identified(conversation, 1, "null");
        return conversation;
    }

    public void identified(UUID conversation, long version, String lastAgentId) {
        kafka.send(
                "customer.events", IDENTIFIED, UUID.randomUUID(), identifiedJson(conversation, version, lastAgentId));
    }

    public String identifiedJson(UUID conversation, long version, String lastAgentId) {
        boolean served = !"null".equals(lastAgentId);
        return """
               {"customerId":"%s","conversationId":"%s","conversationVersion":%d,"channel":"%s:test","channelKind":"%s",
                "verified":true,"claims":[],"situation":{"openIssues":0,"recentContacts":[]%s},
                "firstMessageAt":"%s","identifiedAt":"%s"}
               """.formatted(
                UUID.randomUUID(),
                conversation,
                version,
                kind,
                kind,
                served ? ",\"lastAgentId\":\"%s\",\"lastAgentAt\":\"%s\"".formatted(lastAgentId, Instant.now()) : "",
                Instant.now(),
                Instant.now());
    }

    /** An event of the conversation with members beside its id and version. */
    public void conversation(String name, UUID conversation, long version, String members) {
        String json = "{\"conversationId\":\"%s\",\"version\":%d%s}"
                .formatted(conversation, version, members.isEmpty() ? "" : "," + members);
        kafka.send("conversation.events", "fi.saumaton.conversation." + name + ".v1", conversation, json);
    }

    /** The nth event of a kind about a conversation or agent, once it is there. */
    public KafkaDoor.Event event(String type, Object id, int nth) {
        AtomicReference<List<KafkaDoor.Event>> found = new AtomicReference<>();
        eventually(() -> {
            found.set(events(type, id));
            assertFalse(found.get().size() < nth, type + " of " + id);
        });
        return found.get().get(nth - 1);
    }

    public List<KafkaDoor.Event> events(String type, Object id) {
        String full = "fi.saumaton." + type + ".v1";
        return kafka.eventsOf(id).stream()
                .filter(event -> event.type().equals(full))
                .toList();
    }

    /** The names of all events about a conversation, in order, without the common parts. */
    public List<String> told(UUID conversation) {
        return kafka.eventsOf(conversation).stream()
                .map(event -> event.type().replace("fi.saumaton.", "").replace(".v1", ""))
                .toList();
    }

    public void eventually(Runnable assertion) {
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).untilAsserted(assertion::run);
    }

    public static Response accept(String name, String offer) {
        return as(name, "agent").post("/api/v1/offers/" + offer + "/acceptance");
    }

    public static Response refuse(String name, String offer) {
        return as(name, "agent").body("{\"reason\":\"busy\"}").post("/api/v1/offers/" + offer + "/refusal");
    }

    /** The agent's pending offer of a conversation, accepted. */
    public long acceptedBy(String name, UUID conversation, int nthOffer) {
        KafkaDoor.Event offer = event("offer.made", conversation, nthOffer);
        assertEquals(id(name), offer.text("agentId"));
        return accept(name, offer.text("offerId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("assignmentNumber");
    }

    /** Lets a deadline pass at once. */
    public void due(String kindOfTimer, String ref) {
        assertEquals(
                1,
                database.update("update timer set due_at = now() where kind = ? and ref = ?", kindOfTimer, ref),
                "there is a timer");
    }

    @Override
    public void close() {
        kafka.close();
    }
}
