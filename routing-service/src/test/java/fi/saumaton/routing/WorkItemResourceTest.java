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
import io.restassured.RestAssured;
import io.restassured.response.Response;

import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class WorkItemResourceTest {
    private static final String ITEMS = "/api/v1/work-items";

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
    void whatWaitsIsSeenByAllAgents() {
        UUID conversation = scene.arrives();
        scene.event("work-item.queued", conversation, 1);

        Scene.as("jenni", "agent")
                .get(ITEMS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.conversationId == '" + conversation + "' }.reason", equalTo("new"));
    }

    @Test
    void whatIsAssignedIsSeenByItsAgentAndSupervisorsOnly() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);

        String path = ITEMS + "?state=assigned&limit=200";
        Scene.as(jenni, "agent").get(path).then().body("items.conversationId", hasItem(conversation.toString()));
        Scene.as(sami, "agent")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.conversationId", not(hasItem(conversation.toString())));
        Scene.as("supervisor", "supervisor")
                .get(path)
                .then()
                .body("items.conversationId", hasItem(conversation.toString()));
    }

    @Test
    void anAgentGivesAwayOnlyWhatTheyHave() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        String item = scene.event("work-item.queued", conversation, 1).text("workItemId");
        scene.acceptedBy(jenni, conversation, 1);

        transfer(sami, "agent", item, scene.queue).then().statusCode(404);
        transfer(jenni, "agent", item, "nowhere")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:unknown-queue"));
        transfer(jenni, "agent", item, scene.queue)
                .then()
                .statusCode(200)
                .body("state", equalTo("offered"))
                .body("agentId", equalTo(Scene.id(sami)));

        assertEquals(
                "transferred", scene.event("work-item.queued", conversation, 2).text("reason"));
        assertEquals(2, scene.acceptedBy(sami, conversation, 2));
        transfer("supervisor", "supervisor", item, "support").then().statusCode(200);
    }

    @Test
    void whoDoesNotAnswerTheTelephoneGivesTheWorkBackToItsPlace() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = scene.arrives();
        String item = scene.event("work-item.queued", conversation, 1).text("workItemId");
        long number = scene.acceptedBy(jenni, conversation, 1);
        Object waitsSince = dueSince(item);

        scene.conversation("returned", conversation, 5, returned(jenni, number + 1));
        scene.conversation("returned", conversation, 6, returned(jenni, number));

        assertEquals(
                "transferred", scene.event("work-item.queued", conversation, 2).text("reason"));
        assertEquals(number + 1, scene.acceptedBy(sami, conversation, 2));
        assertEquals(waitsSince, dueSince(item));
        assertEquals(2, scene.events("work-item.queued", conversation).size(), "the other assignment was none");
    }

    private static String returned(String agent, long number) {
        return "\"agentId\":\"" + Scene.id(agent) + "\",\"assignmentNumber\":" + number + ",\"reason\":\"no-answer\"";
    }

    private Object dueSince(String item) {
        return scene.database
                .rows("select due_since from work_item where id = ?", UUID.fromString(item))
                .getFirst()
                .getFirst();
    }

    @Test
    void strangersSeeAndMoveNothing() {
        RestAssured.get(ITEMS).then().statusCode(401);
        Scene.as("colleague", "colleague").get(ITEMS).then().statusCode(403);
        transfer("colleague", "colleague", UUID.randomUUID().toString(), "support")
                .then()
                .statusCode(403);
        transfer("supervisor", "supervisor", UUID.randomUUID().toString(), "support")
                .then()
                .statusCode(404);
    }

    @Test
    void unknownStatesAndCursorsAreInvalid() {
        Scene.as("supervisor", "supervisor").get(ITEMS + "?state=lost").then().statusCode(422);
        Scene.as("supervisor", "supervisor").get(ITEMS + "?after=%00").then().statusCode(422);
        Scene.as("supervisor", "supervisor").get(ITEMS + "?limit=0").then().statusCode(422);
    }

    private static Response transfer(String name, String role, String item, String queue) {
        return Scene.as(name, role).body("{\"queue\":\"" + queue + "\"}").post(ITEMS + "/" + item + "/transfer");
    }
}
