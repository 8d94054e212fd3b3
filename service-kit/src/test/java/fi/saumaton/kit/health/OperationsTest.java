/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.health;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.kit.sample.CounterEvent;
import fi.saumaton.kit.sample.Events;
import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What a service shows to those who run it and to those who build on it. */
@QuarkusTest
@Kit
class OperationsTest {

    @Test
    void readinessIsTheDatabasesAndThatOfTheTopics() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("Reactive PostgreSQL connections health check"))
                .body("checks.name", not(hasItem(containsString("Messaging"))));
    }

    @Test
    void aDeadConsumerIsAMatterOfLiveness() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("SmallRye Reactive Messaging - liveness check"));
        given().get("/q/health/started").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void figuresOfOutboxAndInboxAreMeasured() {
        try (Events events = new Events()) {
            events.send(Events.event(UUID.randomUUID(), "fi.saumaton.counter.forgotten.v1", "{}"));
            events.send(Events.event(UUID.randomUUID(), CounterEvent.INCREASED, "{"));
        }
        for (String figure : new String[] {
            "outbox_pending",
            "outbox_oldest_age_seconds",
            "inbox_duplicates_total",
            "events_unknown_total{topic=\"conversation.events\"}",
            "events_dead_letters_total{topic=\"conversation.events\"}"
        }) {
            await().untilAsserted(() ->
                    given().get("/q/metrics").then().statusCode(200).body(containsString(figure)));
        }
    }

    @Test
    void openApiTellsOfSecurityAndProblems() {
        given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("Saumaton customer-service"))
                .body("components.securitySchemes.accessToken.type", equalTo("http"))
                .body("components.securitySchemes.accessToken.scheme", equalTo("bearer"))
                .body("components.schemas.Problem.required", hasItem("status"))
                .body(
                        "paths.'/api/v1/counters/{id}'.get.responses.default.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.'/api/v1/counters/{id}'.get.responses.'200'.description", equalTo("OK"))
                .body(
                        "paths.'/api/v1/counters/{id}'.get.responses.'403'.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.'/api/v1/counters/{id}'.get.operationId", equalTo("getCountersById"))
                .body("paths.'/api/v1/counters/{id}/increase'.post.operationId", equalTo("postCountersByIdIncrease"))
                .body(
                        "paths.'/api/v1/counters/{id}'.get.responses.'403'.description",
                        equalTo("The caller's roles or scopes do not allow it"))
                .body(
                        "paths.'/api/v1/counters/notes'.post.parameters[0].description",
                        startsWith("Made up by the caller"));
    }
}
