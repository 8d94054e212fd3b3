/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What a person is shown of the work for them. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class PersonalDataTest {
    private static final String PATH = "/api/v1/personal-data";

    private static String asking(UUID conversation) {
        return "{\"conversationIds\":[\"" + conversation + "\"]}";
    }

    @Test
    void theWorkOfOnesConversationsIsShown() {
        try (var scene = Scene.withQueue(30)) {
            var jenni = scene.agent("jenni");
            var conversation = scene.arrives();
            scene.acceptedBy(jenni, conversation, 1);

            Scene.as("admin", "admin")
                    .body(asking(conversation))
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("tables.work_item", hasSize(1))
                    .body("tables.work_item[0].state", equalTo("assigned"))
                    .body("tables.offer[0].agent_id", equalTo(Scene.id(jenni)));
        }
    }

    @Test
    void onlyAdministratorsAskForIt() {
        var body = asking(UUID.randomUUID());
        Scene.as("admin", "admin").body(body).post(PATH).then().statusCode(200).body("tables", anEmptyMap());
        Scene.as("admin", "admin").body("{}").post(PATH).then().statusCode(422);
        Scene.as("jenni", "agent").body(body).post(PATH).then().statusCode(403);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
    }
}
