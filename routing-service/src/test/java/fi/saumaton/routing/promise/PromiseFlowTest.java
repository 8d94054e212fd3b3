/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.KafkaDoor;
import fi.saumaton.routing.Scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promises as time passes and conversations go on. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class PromiseFlowTest {
    private final UUID conversation = UUID.randomUUID();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void sent(long version, UUID message) {
        scene.conversation(
                "message-sent",
                conversation,
                version,
                "\"messageId\":\"%s\",\"author\":{\"type\":\"agent\"},\"recordedAt\":\"%s\""
                        .formatted(message, Instant.now()));
    }

    private void received(long version, String text) {
        scene.conversation(
                "message-received",
                conversation,
                version,
                "\"number\":3,\"automatic\":false,\"recordedAt\":\"%s\",\"text\":\"%s\""
                        .formatted(Instant.now(), text));
    }

    private void closed(long version, String by) {
        scene.conversation(
                "closed",
                conversation,
                version,
                "\"reason\":\"resolved\",\"closedBy\":{\"type\":\"%s\",\"id\":\"x\"},\"closedAt\":\"%s\""
                        .formatted(by, Instant.now()));
    }

    @Test
    void timePassesByTheDatabasesClockAndANamedPersonHearsOfIt() {
        Scene.as("admin", "admin")
                .body(
                        "{\"supervisorId\":\"sup\",\"supervisorName\":\"Sami\",\"people\":1,\"minutesEach\":15,\"windowMinutes\":60,\"daysAhead\":5}")
                .put("/api/v1/promise-plans/" + scene.queue)
                .then()
                .statusCode(200);
        String body = Promising.callBack(Duration.ofSeconds(3), conversation)
                .replaceFirst("\\{", "{\"queue\":\"" + scene.queue + "\",");
        String id = Promising.make(body).then().statusCode(201).extract().path("id");

        scene.eventually(
                () -> assertEquals(List.of("made", "due-soon", "running-out", "late"), Promising.told(scene, id)));
        KafkaDoor.Event dueSoon = scene.kafka
                .events(event ->
                        id.equals(event.text("promiseId")) && event.type().contains("due-soon"))
                .getFirst();
        assertEquals("sup", dueSoon.text("escalatedToId"));
        assertEquals(id, dueSoon.key());
        assertTrue(Instant.parse(dueSoon.text("at")).isBefore(Instant.parse(dueSoon.text("windowUntil"))));

        scene.database.update(
                "update promise set next_at = now(), body = jsonb_set(body, '{deadlines,breakAt}', to_jsonb(now())) where id = ?::uuid",
                id);
        scene.eventually(() -> assertEquals("broken", Promising.state(id)));
        scene.eventually(() -> assertEquals(5, Promising.told(scene, id).size()));
    }

    @Test
    void workThatWaitsGetsMoreUrgentWhenItsPromiseIsDue() {
        UUID waiting = scene.arrives();
        scene.event("work-item.queued", waiting, 1);
        Promising.made(Duration.ofSeconds(3), waiting);

        scene.eventually(() -> assertEquals(
                1,
                scene.database.count(
                        "select count(*) from work_item where conversation_id = ? and situation ->> 'promise' = 'due'",
                        waiting)));
    }

    @Test
    void aYearAheadWaitsInTheTable() {
        String id = Promising.made(Duration.ofDays(365), conversation);
        assertEquals(
                1,
                scene.database.count(
                        "select count(*) from promise where id = ?::uuid and next_at > now() + interval '350 days'",
                        id));
    }

    @Test
    void theConversationItselfIsTheEvidence() {
        String id = Promising.made(Duration.ofDays(1), conversation);
        received(2, "Kiitos!");
        sent(3, UUID.randomUUID());
        sent(4, UUID.randomUUID());
        received(5, "Thanks, that oil works");
        received(6, "I found it in the shop");
        closed(7, "agent");

        scene.eventually(() -> assertEquals("kept", Promising.state(id)));
        scene.eventually(() -> assertEquals(List.of("made", "kept"), Promising.told(scene, id)));
        KafkaDoor.Event kept = scene.kafka
                .events(event ->
                        id.equals(event.text("promiseId")) && event.type().contains("kept"))
                .getFirst();
        assertEquals("conversation", kept.data().at("/evidence/kind").asText());
        assertFalse(kept.data().path("late").asBoolean());
    }

    @Test
    void thanksAndAnEndByItselfKeepNothing() {
        String id = Promising.made(Duration.ofDays(1), conversation);
        sent(2, UUID.randomUUID());
        received(3, "Kiitos paljon!");
        closed(4, "agent");
        sent(5, UUID.randomUUID());
        received(6, "And now?");
        closed(7, "system");

        scene.eventually(() -> assertEquals(
                1,
                scene.database.count(
                        "select count(*) from promise where id = ?::uuid and body #>> '{progress,trail,answeredAt}' is not null",
                        id)));
        assertEquals("open", Promising.state(id));
        closed(8, "agent");
        scene.eventually(() -> assertEquals("kept", Promising.state(id)));
    }

    @Test
    void thePromiseFollowsItsCustomerAndGoesWithThem() {
        String id = Promising.made(Duration.ofDays(1), conversation);
        String customer = scene.database
                .rows("select customer_id::text from promise where id = ?::uuid", id)
                .getFirst()
                .getFirst()
                .toString();
        UUID survivor = UUID.randomUUID();
        scene.kafka.send(
                "customer.events",
                "fi.saumaton.customer.joined.v1",
                survivor,
                "{\"customerId\":\"%s\",\"joinedCustomerId\":\"%s\",\"joinedAt\":\"%s\"}"
                        .formatted(survivor, customer, Instant.now()));
        scene.eventually(() -> Scene.as("jenni", "agent")
                .get(Promising.PATH + "?customer=" + survivor)
                .then()
                .body("items.id", org.hamcrest.Matchers.equalTo(List.of(id)))
                .body("items[0].customerId", org.hamcrest.Matchers.equalTo(survivor.toString())));

        scene.kafka.send("customer.events", "fi.saumaton.customer.erased.v1", survivor, """
                {"erasureId":"%s","customerId":"%s","customerIds":["%s"],"conversationIds":[],"issueIds":[],"erasedAt":"%s"}
                """.formatted(
                        UUID.randomUUID(), survivor, survivor, Instant.now()));
        scene.eventually(() ->
                Scene.as("jenni", "agent").get(Promising.PATH + "/" + id).then().statusCode(404));
    }
}
