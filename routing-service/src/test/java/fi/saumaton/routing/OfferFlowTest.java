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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class OfferFlowTest {
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
    void anIdentifiedConversationIsOfferedAndAcceptedAndDone() {
        String jenni = scene.agent("jenni");
        UUID conversation = scene.arrives();

        KafkaDoor.Event made = scene.event("offer.made", conversation, 1);
        assertEquals(Scene.id(jenni), made.text("agentId"));
        assertEquals(scene.queue, made.text("queue"));
        assertEquals(conversation.toString(), made.key());
        assertEquals(
                Duration.ofSeconds(30),
                Duration.between(Instant.parse(made.text("madeAt")), Instant.parse(made.text("expiresAt"))));

        assertEquals(1, scene.acceptedBy(jenni, conversation, 1));
        KafkaDoor.Event assigned = scene.event("work-item.assigned", conversation, 1);
        assertEquals(Scene.id(jenni), assigned.text("agentId"));
        assertEquals(1, assigned.data().get("assignmentNumber").asLong());
        assertTrue(assigned.data().get("waitedSeconds").asDouble() >= 0);

        scene.conversation("closed", conversation, 5, "\"reason\":\"resolved\"");
        KafkaDoor.Event done = scene.event("work-item.done", conversation, 1);
        assertEquals(Scene.id(jenni), done.text("agentId"));
        assertEquals(
                List.of("work-item.queued", "offer.made", "offer.accepted", "work-item.assigned", "work-item.done"),
                scene.told(conversation));
    }

    @Test
    void aDeclinedOfferGoesToTheNextAgent() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        KafkaDoor.Event first = scene.event("offer.made", conversation, 1);
        assertEquals(Scene.id(jenni), first.text("agentId"));

        Scene.refuse(jenni, first.text("offerId")).then().statusCode(204);

        KafkaDoor.Event second = scene.event("offer.made", conversation, 2);
        assertEquals(Scene.id(sami), second.text("agentId"));
        assertEquals("busy", scene.event("offer.declined", conversation, 1).text("reason"));
        assertEquals(
                "declined", scene.event("work-item.queued", conversation, 2).text("reason"));
        Scene.refuse(jenni, first.text("offerId")).then().statusCode(204);
        Scene.accept(jenni, first.text("offerId")).then().statusCode(409);
    }

    @Test
    void anOfferThatTimesOutGoesToTheNextAgent() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        String offer = scene.event("offer.made", conversation, 1).text("offerId");

        scene.due("offer", offer);

        assertEquals(Scene.id(sami), scene.event("offer.made", conversation, 2).text("agentId"));
        assertEquals(
                List.of("work-item.queued", "offer.made", "offer.timed-out", "work-item.queued", "offer.made"),
                scene.told(conversation));
        Scene.accept(jenni, offer).then().statusCode(409);
    }

    @Test
    void theLastAgentOfTheCustomerIsPreferred() {
        scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = UUID.randomUUID();

        scene.identified(conversation, 1, Scene.id(sami));

        assertEquals(Scene.id(sami), scene.event("offer.made", conversation, 1).text("agentId"));
    }

    @Test
    void anAnswerMakesRoomForTheNextAndTheCustomerComesBackToTheSameAgent() {
        String jenni = scene.agent("jenni");
        List<UUID> three = List.of(scene.arrives(), scene.arrives(), scene.arrives());
        three.forEach(conversation -> scene.acceptedBy(jenni, conversation, 1));
        UUID fourth = scene.arrives();
        scene.event("work-item.queued", fourth, 1);
        assertEquals(List.of("work-item.queued"), scene.told(fourth));

        scene.conversation("message-sent", three.getFirst(), 3, "\"author\":{\"type\":\"agent\"}");
        scene.acceptedBy(jenni, fourth, 1);

        scene.conversation("message-received", three.getFirst(), 4, "\"automatic\":false");
        scene.eventually(() -> assertEquals(
                List.of(true),
                scene.database
                        .rows("select reply_due from work_item where conversation_id = ?", three.getFirst())
                        .getFirst()));
        assertEquals(1, scene.events("work-item.queued", three.getFirst()).size());
    }

    @Test
    void anAgentWhoseDeskIsSilentForTheLeaseLosesWhatIsDue() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);

        scene.due("lease", Scene.id(jenni));

        KafkaDoor.Event presence = scene.event("agent.presence-changed", Scene.id(jenni), 3);
        assertEquals("offline", presence.text("status"));
        assertEquals("lease-expired", presence.text("reason"));
        assertEquals(
                "agent-gone", scene.event("work-item.queued", conversation, 2).text("reason"));
        assertEquals(2, scene.acceptedBy(sami, conversation, 2));
    }
}
