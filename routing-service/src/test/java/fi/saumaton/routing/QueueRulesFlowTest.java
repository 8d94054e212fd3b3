/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** How a queue treats its work, from its settings to the offers, with nothing but time to bring it about. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class QueueRulesFlowTest {
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void rules(String skills, String rules) {
        Scene.as("admin", "admin")
                .header("If-Match", "*")
                .body("""
                    {"requiredSkills":[%s],"offerSeconds":30,"priority":0,"channels":["%s"],"rules":%s}
                    """.formatted(skills, scene.kind, rules))
                .put("/api/v1/queues/" + scene.queue)
                .then()
                .statusCode(200);
    }

    @Test
    void aRingOpensByItself() {
        rules("\"saws\"", "{\"levels\":{\"saws\":2},\"rings\":[{\"afterSeconds\":1,\"lowerLevels\":2}]}");
        String jenni = scene.agent("jenni");

        UUID conversation = scene.arrives();

        KafkaDoor.Event made = scene.event("offer.made", conversation, 1);
        assertEquals(Scene.id(jenni), made.text("agentId"));
        Scene.as("supervisor", "supervisor")
                .get("/api/v1/decisions/" + made.text("decisionId"))
                .then()
                .statusCode(200)
                .body("inputs.ring", equalTo(1));
    }

    @Test
    void whatNobodyAnswersComesBackAndItIsSaidWhoWasLate() {
        rules("", "{\"replyWithinSeconds\":1}");
        String jenni = scene.agent("jenni");
        UUID conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);

        KafkaDoor.Event queued = scene.event("work-item.queued", conversation, 2);

        assertEquals("reply-late", queued.text("cause"));
        assertEquals("timed-out", queued.text("reason"));
        assertEquals(Scene.id(jenni), queued.text("formerAgentId"));
    }

    @Test
    void theRulesAreReadAsTheyWereSet() {
        rules("", """
            {"split":{"support":10},"closedTo":"support","wrapUpSeconds":20,"emergency":true,
             "hours":[{"days":["MONDAY"],"from":"08:00","to":"16:30"}]}
            """);

        Scene.as("jenni", "agent")
                .get("/api/v1/queues/" + scene.queue)
                .then()
                .statusCode(200)
                .body("rules.split.support", equalTo(10))
                .body("rules.closedTo", equalTo("support"))
                .body("rules.wrapUpSeconds", equalTo(20))
                .body("rules.emergency", equalTo(true))
                .body("rules.hours[0].days[0]", equalTo("MONDAY"))
                .body("rules.hours[0].to", equalTo("16:30:00"));
    }

    @Test
    void impossibleRulesAreRefused() {
        for (String rules : new String[] {
            "{\"split\":{\"support\":60,\"sales\":60}}",
            "{\"rings\":[{\"lowerLevels\":1}]}",
            "{\"levels\":{\"saws\":6}}",
            "{\"hours\":[{\"days\":[\"MONDAY\"],\"from\":\"16:00\",\"to\":\"08:00\"}]}"
        }) {
            Scene.as("admin", "admin")
                    .header("If-Match", "*")
                    .body("{\"requiredSkills\":[],\"offerSeconds\":30,\"priority\":0,\"channels\":[],\"rules\":" + rules
                            + "}")
                    .put("/api/v1/queues/" + scene.queue)
                    .then()
                    .statusCode(422);
        }
    }
}
