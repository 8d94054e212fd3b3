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

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.TestTokens;
import fi.saumaton.routing.Scene;

/** Promises as people and partners make them in tests. */
final class Promising {
    static final String PATH = "/api/v1/promises";

    private Promising() {}

    /** A call-back by Jenni that ends after so long. */
    static String callBack(Duration until, UUID conversation) {
        return """
               {"kind":"call-back","text":"We call you back","until":"%s","customerId":"%s","conversationId":"%s",
                "handle":"phone:+358401234567","channel":"phone","language":"fi"}
               """.formatted(Instant.now().plus(until), UUID.randomUUID(), conversation);
    }

    static Response make(String body) {
        return Scene.as("jenni", "agent").body(body).post(PATH);
    }

    static String made(Duration until, UUID conversation) {
        return make(callBack(until, conversation))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static RequestSpecification partner(String name, String... scopes) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.client(name, scopes))
                .contentType("application/json");
    }

    static String state(String id) {
        return Scene.as("jenni", "agent")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    /** What others were told of it, in order. */
    static List<String> told(Scene scene, String id) {
        return scene.kafka.events(event -> id.equals(event.text("promiseId"))).stream()
                .map(event -> event.type().replace("fi.saumaton.promise.", "").replace(".v1", ""))
                .toList();
    }
}
