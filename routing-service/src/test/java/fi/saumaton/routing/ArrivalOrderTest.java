/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Events twice, late, out of order between the topics, and unreadable. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class ArrivalOrderTest {
    private static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aConversationClosedBeforeItWasIdentifiedMakesNoWork() {
        UUID conversation = UUID.randomUUID();
        scene.conversation("closed", conversation, 3, "\"reason\":\"spam\"");
        scene.eventually(() -> assertEquals(1, applied(conversation)));

        scene.identified(conversation, 1, "null");

        scene.eventually(() -> assertEquals(2, applied(conversation)));
        assertEquals(List.of(), scene.told(conversation));
    }

    @Test
    void aReopeningThatOvertakesTheClosingIsNewWork() {
        String jenni = scene.agent("jenni");
        UUID conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);

        scene.identified(conversation, 6, "null");
        scene.eventually(() -> assertEquals(2, applied(conversation, "work-arrived")));
        scene.conversation("closed", conversation, 5, "\"reason\":\"resolved\"");

        assertEquals(
                "reopened", scene.event("work-item.queued", conversation, 2).text("reason"));
        assertEquals(2, scene.acceptedBy(jenni, conversation, 2));
    }

    @Test
    void theSameEventTwiceIsOneWorkItem() {
        UUID conversation = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String json = scene.identifiedJson(conversation, 1, "null");
        UUID key = UUID.randomUUID();
        scene.kafka.send("customer.events", event, IDENTIFIED, key, json);
        scene.kafka.send("customer.events", event, IDENTIFIED, key, json);
        UUID next = UUID.randomUUID();
        scene.kafka.send("customer.events", IDENTIFIED, key, scene.identifiedJson(next, 1, "null"));

        scene.event("work-item.queued", next, 1);
        assertEquals(List.of("work-item.queued"), scene.told(conversation));
        assertEquals(1, applied(conversation));
    }

    @Test
    void messagesThatTurnNothingBecomeNoInputs() {
        UUID conversation = UUID.randomUUID();
        for (int version = 2; version < 50; version++) {
            scene.conversation("message-received", conversation, version, "\"automatic\":false");
        }
        scene.conversation("message-sent", conversation, 50, "\"author\":{\"type\":\"agent\"}");
        scene.conversation("message-sent", conversation, 51, "\"author\":{\"type\":\"agent\"}");
        scene.conversation("message-received", conversation, 52, "\"automatic\":true");
        scene.conversation("message-received", conversation, 53, "\"automatic\":false");
        scene.conversation("closed", conversation, 54, "\"reason\":\"resolved\"");

        scene.eventually(() -> assertEquals(1, applied(conversation, "conversation-closed")));
        assertEquals(
                List.of(List.of("agent-replied"), List.of("customer-wrote"), List.of("conversation-closed")),
                scene.database.rows(
                        "select kind from routing_input where payload ->> 'conversation_id' = ? order by seq",
                        conversation.toString()));
    }

    @Test
    void aPersonInAConversationThatAMachineBeganIsWorkWhicheverTopicComesFirst() {
        UUID messageFirst = UUID.randomUUID();
        begunByMachine(messageFirst);
        scene.conversation("message-received", messageFirst, 3, "\"number\":2,\"automatic\":false");
        scene.eventually(() -> assertEquals(2, applied(messageFirst)));
        scene.identified(messageFirst, 1, "null");
        scene.event("work-item.queued", messageFirst, 1);

        UUID identifiedFirst = UUID.randomUUID();
        begunByMachine(identifiedFirst);
        scene.eventually(() -> assertEquals(1, applied(identifiedFirst)));
        scene.identified(identifiedFirst, 1, "null");
        scene.eventually(() -> assertEquals(2, applied(identifiedFirst)));
        scene.conversation("message-received", identifiedFirst, 3, "\"number\":2,\"automatic\":false");
        scene.event("work-item.queued", identifiedFirst, 1);
    }

    private void begunByMachine(UUID conversation) {
        scene.conversation("message-received", conversation, 2, "\"number\":1,\"automatic\":true");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndTheNextIsHandled() {
        UUID key = UUID.randomUUID();
        scene.kafka.send("customer.events", IDENTIFIED, key, "{\"conversationId\":\"nonsense\"");
        scene.kafka.send("customer.events", IDENTIFIED, key, "{\"conversationId\":\"" + key + "\"}");
        UUID conversation = UUID.randomUUID();
        scene.kafka.send("customer.events", IDENTIFIED, key, scene.identifiedJson(conversation, 1, "null"));

        scene.event("work-item.queued", conversation, 1);
        assertEquals(2, scene.kafka.deadLetters("customer.events.dlq.routing-service", key));
    }

    @Test
    void anInputThatCannotBeAppliedIsSetAsideAndTheNextIsApplied() {
        scene.database.update("""
                insert into routing_input (domain, id, kind, payload)
                values ('main', gen_random_uuid(), 'unheard-of', jsonb_build_object('scene', cast(? as text)))
                """, scene.kind);
        UUID conversation = scene.arrives();

        scene.event("work-item.queued", conversation, 1);
        List<Object> aside = scene.database
                .rows("select failure from routing_input where payload ->> 'scene' = ?", scene.kind)
                .getFirst();
        assertEquals("IllegalArgumentException", aside.getFirst().toString().replaceAll("^.*?(\\w+Exception).*", "$1"));
    }

    private long applied(UUID conversation) {
        return scene.database.count(
                "select count(*) from routing_input where payload ->> 'conversation_id' = ? and applied_at is not null",
                conversation.toString());
    }

    private long applied(UUID conversation, String kind) {
        return scene.database.count("""
                select count(*) from routing_input
                where payload ->> 'conversation_id' = ? and kind = ? and applied_at is not null
                """, conversation.toString(), kind);
    }
}
