/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Customers who were erased leave no conversation here, and nothing late brings one back. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ErasureTest {
    private static final String TABLES = """
            select count(*) from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and (xpath('/row/n/text()',
                query_to_xml(format('select count(*) as n from %I t where t::text ilike %L', c.relname, '%' || ? || '%'),
                    false, true, '')))[1]::text <> '0'
            """;

    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    private final UUID customer = UUID.randomUUID();
    private final TestAgent jenni = TestAgent.someone();
    private TestVisitor visitor;

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    private UUID conversation() {
        try (var socket = visitor.socket().fromNow()) {
            visitor.says("Hello, " + secret);
            return UUID.fromString(
                    socket.awaitEvent("message.received").path("conversationId").asText());
        }
    }

    private void assigned(UUID conversation) {
        assigned(conversation, conversation);
    }

    private void assigned(UUID conversation, UUID key) {
        Broker.send(
                "routing.events",
                key,
                "fi.saumaton.work-item.assigned.v1",
                Map.of(
                        "workItemId", UUID.randomUUID(),
                        "conversationId", conversation,
                        "agentId", jenni.id(),
                        "agentName", jenni.name(),
                        "assignmentNumber", 1,
                        "assignedAt", Instant.now(),
                        "waitedSeconds", 1));
    }

    private void erased(UUID erasure, Instant at, UUID... conversations) {
        Broker.send(
                "customer.events",
                customer,
                "fi.saumaton.customer.erased.v1",
                Map.of(
                        "erasureId",
                        erasure,
                        "customerId",
                        customer,
                        "customerIds",
                        List.of(customer),
                        "conversationIds",
                        List.of(conversations),
                        "issueIds",
                        List.of(),
                        "erasedAt",
                        at));
    }

    private Broker.Event answered() {
        try (var events = new Broker("conversation.events")) {
            return events.await(customer, "fi.saumaton.erasure.answered.v1");
        }
    }

    private long tablesWith(String text) {
        return Database.count(TABLES, text);
    }

    @Test
    void nothingOfTheCustomerIsLeftAndTheDeskLetsGo() {
        var erasure = UUID.randomUUID();
        var conversation = conversation();
        try (var desk = jenni.socket().fromNow()) {
            assigned(conversation);
            desk.awaitEvent("conversation.assigned");
            assertTrue(tablesWith(secret) >= 2, "message and stream_event");

            erased(erasure, Instant.now(), conversation);

            assertEquals(
                    conversation.toString(),
                    desk.awaitEvent("conversation.closed")
                            .path("conversationId")
                            .asText());
        }
        var answer = answered().data();
        assertEquals(erasure.toString(), answer.path("erasureId").asText());
        assertEquals("channel-gateway", answer.path("service").asText());
        assertEquals(1, answer.at("/removed/conversation").asInt());
        assertEquals(1, answer.at("/removed/message").asInt());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> tablesWith(secret) == 0);
        assertEquals(0, Database.count("select count(*) from recipient where id = ?", "visitor:" + visitor.id()));
        given().header("Authorization", "Bearer " + jenni.token())
                .get("/api/v1/conversations/" + conversation)
                .then()
                .statusCode(404);
        try (var events = new Broker("conversation.events")) {
            events.await(conversation, "fi.saumaton.conversation.closed.v1");
        }
    }

    @Test
    void lateEventsAboutItAreNeitherShownNorDeadLetters() {
        var conversation = conversation();
        erased(UUID.randomUUID(), Instant.now(), conversation);
        answered();

        assigned(conversation);
        Broker.send("customer.events", customer, "fi.saumaton.customer.identified.v1", identified(conversation));
        var sign = TestVisitor.anonymous().opensConversation();
        Broker.send("customer.events", customer, "fi.saumaton.customer.identified.v1", identified(sign));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        Database.count("select count(*) from conversation where id = ? and customer is not null", sign)
                                == 1);
        assigned(sign, conversation);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count(
                                "select count(*) from conversation where id = ? and owner_id = ?", sign, jenni.id())
                        == 1);
        assertEquals(0, tablesWith(secret));
        noneDead("customer.events", customer);
        noneDead("routing.events", conversation);
    }

    private static void noneDead(String topic, UUID key) {
        try (var dead = new Broker(topic + ".dlq.channel-gateway")) {
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> dead.of(key).isEmpty());
        }
    }

    private Map<String, Object> identified(UUID conversation) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("customerId", customer);
        data.put("conversationId", conversation);
        data.put("conversationVersion", 1);
        data.put("verified", true);
        data.put("displayName", conversation.toString());
        data.put("claims", List.of());
        data.put("identifiedAt", Instant.now());
        return data;
    }

    @Test
    void whoOnlySaysToBeThemLosesTheNameAndKeepsTheConversation() {
        var own = conversation();
        var claimer = TestVisitor.anonymous().opensConversation();
        var claim = identified(claimer);
        claim.put("customerId", UUID.randomUUID());
        claim.put("displayName", "Sami");
        claim.put("claimedCustomerId", customer);
        claim.put("claimedDisplayName", "Mikko " + secret);
        Broker.send("customer.events", customer, "fi.saumaton.customer.identified.v1", claim);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.value("select customer from conversation where id = ?", claimer) != null);
        try (var desk = jenni.socket().fromNow()) {
            assigned(claimer);
            assertTrue(desk.awaitEvent("conversation.assigned").toString().contains(secret));

            erased(UUID.randomUUID(), Instant.now(), own);

            var told = desk.awaitEvent("conversation.updated").toString();
            assertTrue(told.contains("Sami"), told);
            assertFalse(told.contains(secret), told);
        }
        answered();
        assertEquals(0, tablesWith(secret));
        assertEquals(
                0, Database.count("select count(*) from stream_event where data::text like ?", "%" + customer + "%"));
        assertEquals(
                1,
                Database.count(
                        "select count(*) from conversation where id = ? and customer ->> 'display_name' = 'Sami'"
                                + " and customer ->> 'claimed_customer_id' is null",
                        claimer));
    }

    @Test
    void whatWasAcceptedBeforeAndComesAfterwardsIsDropped() {
        var conversation = conversation();
        erased(UUID.randomUUID(), Instant.now().plusSeconds(3600), conversation);
        answered();

        visitor.says("Still under way, " + secret);
        var other = TestVisitor.anonymous().opensConversation();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .during(Duration.ofSeconds(2))
                .until(() -> tablesWith(secret) == 0);
        assertEquals(1, Database.count("select count(*) from conversation where id = ?", other));
    }

    @Test
    void whoWritesLaterIsSomebodyNew() {
        var conversation = conversation();
        erased(UUID.randomUUID(), Instant.now(), conversation);
        answered();

        var next = visitor.opensConversation();

        assertEquals(
                1,
                Database.count(
                        "select count(*) from conversation where id = ? and handle_value = ?",
                        next,
                        visitor.id().toString()));
    }

    @Test
    void aSecondTidingIsAnsweredToo() {
        var erasure = UUID.randomUUID();
        var conversation = conversation();
        erased(erasure, Instant.now(), conversation);
        erased(erasure, Instant.now(), conversation);

        try (var events = new Broker("conversation.events")) {
            var answers = events.await(customer, 2);
            assertEquals(0, answers.get(1).data().path("removed").size());
        }
    }
}
