/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class DraftResourceTest {
    private static final String PATH = "/api/v1/promise-drafts";
    private static final String TEXT = "{\"text\":\"Kiitos! Soitan sinulle huomenna. Liike on avoinna huomenna.\"}";

    @Test
    void whatIsBeingWrittenIsReadForPromises() {
        Scene.as("jenni", "agent")
                .body(TEXT)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("call-back")))
                .body("items[0].text", equalTo("Soitan sinulle huomenna."))
                .body("items[0].words", equalTo(List.of("Soitan sinulle", "huomenna")))
                .body("items[0].until", notNullValue());
        Scene.as("jenni", "agent")
                .body("{\"text\":\"Hei!\"}")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    @Test
    void onlyWhoMakesPromisesDraftsThem() {
        RestAssured.given()
                .contentType("application/json")
                .body(TEXT)
                .post(PATH)
                .then()
                .statusCode(401);
        Scene.as("colleague", "colleague").body(TEXT).post(PATH).then().statusCode(403);
        Promising.partner("courier", "promises:write")
                .body(TEXT)
                .post(PATH)
                .then()
                .statusCode(200);
        Scene.as("jenni", "agent").body("{\"text\":\" \"}").post(PATH).then().statusCode(422);
    }
}
