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
import io.restassured.path.json.JsonPath;

import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class DecisionResourceTest {
    private static final String DECISIONS = "/api/v1/decisions";

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
    void aDecisionTellsItsTermsAndItsReason() {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        UUID conversation = UUID.randomUUID();
        scene.identified(conversation, 1, Scene.id(sami));
        String decision = scene.event("offer.made", conversation, 1).text("decisionId");

        JsonPath told = Scene.as(jenni, "agent")
                .get(DECISIONS + "/" + decision)
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation.toString()))
                .body("chosen", equalTo(Scene.id(sami)))
                .body("runnerUp", equalTo(Scene.id(jenni)))
                .body("considered", equalTo(2))
                .body("candidates[0].terms.lastAgent", equalTo(60f))
                .body("sentence.en", containsString("served this customer within the last 72 hours"))
                .body("sentence.fi", containsString("koska"))
                .body("sentence.sv", containsString("eftersom"))
                .extract()
                .jsonPath();
        double sum = 0;
        for (String term : new String[] {"waited", "priority", "lastAgent", "language", "idle"}) {
            sum += told.getDouble("candidates[0].terms." + term);
        }
        assertEquals(sum, told.getDouble("candidates[0].score"), 0.0001);
    }

    @Test
    void theDecisionsOfAConversationAreListedNewestFirst() {
        String jenni = scene.agent("jenni");
        UUID conversation = scene.arrives();
        Scene.refuse(jenni, scene.event("offer.made", conversation, 1).text("offerId"));
        String second = scene.event("offer.made", conversation, 2).text("decisionId");

        String next = Scene.as(jenni, "agent")
                .get(DECISIONS + "?limit=1&conversationId=" + conversation)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].decisionId", equalTo(second))
                .body("items[0].inputs.refusedBy", hasSize(1))
                .extract()
                .path("next");
        Scene.as(jenni, "agent")
                .get(DECISIONS + "?limit=1&conversationId=" + conversation + "&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items[0].inputs.refusedBy", hasSize(0));
    }

    @Test
    void decisionsAreForPeopleOfTheHouse() {
        String path = DECISIONS + "/" + UUID.randomUUID();
        RestAssured.get(path).then().statusCode(401);
        Scene.as("colleague", "colleague").get(path).then().statusCode(403);
        Scene.as("jenni", "agent").get(path).then().statusCode(404);
        Scene.as("jenni", "agent").get(DECISIONS + "/no-uuid").then().statusCode(404);
        Scene.as("jenni", "agent").get(DECISIONS).then().statusCode(422);
    }
}
