/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Erased customers: the work for them ends, and what is remembered of it goes. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class ErasureTest {
    private static final String ANSWERED = "fi.saumaton.erasure.answered.v1";

    private final UUID customer = UUID.randomUUID();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void erased(UUID conversation) {
        scene.kafka.send("customer.events", "fi.saumaton.customer.erased.v1", customer, """
                {"erasureId":"%s","customerId":"%s","customerIds":["%s"],"conversationIds":["%s"],"issueIds":[],
                 "erasedAt":"%s"}
                """.formatted(
                        UUID.randomUUID(), customer, customer, conversation, Instant.now()));
    }

    private JsonNode answer() {
        return answers(1).getFirst();
    }

    private List<JsonNode> answers(int atLeast) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInSameThread()
                .until(
                        () -> scene.kafka.events(event ->
                                event.type().equals(ANSWERED) && event.key().equals(customer.toString())),
                        found -> found.size() >= atLeast)
                .stream()
                .map(event -> event.data())
                .toList();
    }

    private long count(String table, UUID conversation) {
        return scene.database.count("select count(*) from " + table + " where conversation_id = ?", conversation);
    }

    private void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion::run);
    }

    @Test
    void theWorkEndsAndNothingIsRememberedOfIt() {
        var jenni = scene.agent("jenni");
        var conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);
        assertTrue(count("decision", conversation) > 0);

        erased(conversation);

        var answer = answer();
        assertEquals("routing-service", answer.path("service").asText());
        assertTrue(answer.at("/removed/decision").asInt() > 0, answer::toString);
        assertFalse(answer.path("settled").asBoolean(), "the work has still to be ended");
        scene.event("work-item.done", conversation, 1);
        assertTrue(answers(2).getLast().path("settled").asBoolean());
        eventually(() -> {
            assertEquals(0, count("decision", conversation));
            assertEquals(
                    List.of(List.of("{}")),
                    scene.database.rows(
                            "select situation::text from work_item where conversation_id = ?", conversation));
            assertEquals(
                    0,
                    scene.database.count(
                            "select count(*) from routing_input where payload ->> 'conversation_id' = ?",
                            conversation.toString()));
        });
    }

    @Test
    void waitingWorkIsWithdrawnAndLateNewsBringNone() {
        var conversation = scene.arrives();
        scene.event("work-item.queued", conversation, 1);

        erased(conversation);
        scene.event("work-item.withdrawn", conversation, 1);
        scene.identified(conversation, 7, "null");
        scene.conversation(
                "message-received",
                conversation,
                8,
                "\"number\":3,\"automatic\":false,\"recordedAt\":\"%s\"".formatted(Instant.now()));
        var other = scene.arrives();

        scene.event("work-item.queued", other, 1);
        assertEquals(1, scene.events("work-item.queued", conversation).size());
        assertEquals(
                0,
                scene.database.count(
                        "select count(*) from work_item where conversation_id = ? and state in ('waiting', 'offered', 'assigned')",
                        conversation));
    }

    @Test
    void nothingIsSettledWhileSomethingWaitsToBeApplied() {
        var waiting = UUID.randomUUID();
        var other = UUID.randomUUID();
        var domain = "idle-" + waiting;
        scene.database.update("insert into domain (name, version) values (?, 0)", domain);
        scene.database.update(
                "insert into routing_input (domain, id, kind, payload)"
                        + " values (?, gen_random_uuid(), 'idle', jsonb_build_object('conversation_id', ?::text))",
                domain,
                waiting.toString());
        buried(waiting);
        buried(other);

        eventually(() -> assertEquals(1, settled(other)));
        assertEquals(0, settled(waiting));

        scene.database.update("update routing_input set applied_at = now() where domain = ?", domain);
        eventually(() -> assertEquals(1, settled(waiting)));
        assertEquals(0, scene.database.count("select count(*) from routing_input where domain = ?", domain));
        scene.database.update("delete from domain where name = ?", domain);
    }

    private void buried(UUID conversation) {
        scene.database.update(
                "insert into erased_conversation (conversation_id, erasure_id, customer_id, erased_at)"
                        + " values (?, gen_random_uuid(), ?, now() - interval '1 day')",
                conversation,
                customer);
    }

    private long settled(UUID conversation) {
        return scene.database.count(
                "select count(*) from erased_conversation where conversation_id = ? and settled_at is not null",
                conversation);
    }

    @Test
    void theEndedWorkGoesWhenNothingCanAskForItAnyMore() {
        var conversation = scene.arrives();
        scene.event("work-item.queued", conversation, 1);
        erased(conversation);
        scene.event("work-item.withdrawn", conversation, 1);

        scene.database.update(
                "update erased_conversation set erased_at = now() - interval '9 days' where conversation_id = ?",
                conversation);

        eventually(() -> {
            assertEquals(0, count("work_item", conversation));
            assertEquals(0, count("offer", conversation));
            assertEquals(
                    1,
                    scene.database.count(
                            "select count(*) from erased_conversation where conversation_id = ? and cleared_at is not null",
                            conversation));
        });
    }
}
