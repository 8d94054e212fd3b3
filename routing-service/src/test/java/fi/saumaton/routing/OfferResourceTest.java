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

import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class OfferResourceTest {
    private Scene scene;
    private String jenni;
    private UUID conversation;
    private String offer;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
        jenni = scene.agent("jenni");
        conversation = scene.arrives();
        offer = scene.event("offer.made", conversation, 1).text("offerId");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void acceptingAgainAfterALostAnswerGivesTheSameAnswer() {
        Scene.accept(jenni, offer)
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation.toString()))
                .body("assignmentNumber", equalTo(1));
        Scene.accept(jenni, offer).then().statusCode(200).body("assignmentNumber", equalTo(1));

        scene.event("work-item.assigned", conversation, 1);
        assertEquals(1, scene.events("work-item.assigned", conversation).size());
    }

    @Test
    void somebodyElsesOfferIsNotFound() {
        String sami = scene.agent("sami");

        Scene.accept(sami, offer).then().statusCode(404).body("type", equalTo("urn:saumaton:problem:not-found"));
        Scene.refuse(sami, offer).then().statusCode(404);
        Scene.accept(sami, UUID.randomUUID().toString()).then().statusCode(404);
        Scene.accept(sami, "no-uuid").then().statusCode(404);
    }

    @Test
    void tooLateIsAConflictThatSaysWhoHasIt() {
        String sami = scene.agent("sami");
        scene.due("offer", offer);
        scene.acceptedBy(sami, conversation, 2);

        Scene.accept(jenni, offer)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:offer-not-pending"))
                .body("outcome", equalTo("timed-out"))
                .body("assignedTo", equalTo(Scene.id(sami)));
        Scene.refuse(jenni, offer).then().statusCode(409);
    }

    @Test
    void onlyPeopleWhoServeAnswerOffers() {
        RestAssured.post("/api/v1/offers/" + offer + "/acceptance").then().statusCode(401);
        Scene.as(jenni, "colleague")
                .post("/api/v1/offers/" + offer + "/acceptance")
                .then()
                .statusCode(403);
        Scene.as(jenni, "colleague")
                .post("/api/v1/offers/" + offer + "/refusal")
                .then()
                .statusCode(403);
    }

    @Test
    void aRefusalNeedsNoReasonButNotALongOne() {
        Scene.as(jenni, "agent")
                .body("{\"reason\":\"" + "x".repeat(201) + "\"}")
                .post("/api/v1/offers/" + offer + "/refusal")
                .then()
                .statusCode(422);
        Scene.as(jenni, "agent")
                .body("{}")
                .post("/api/v1/offers/" + offer + "/refusal")
                .then()
                .statusCode(204);
    }
}
