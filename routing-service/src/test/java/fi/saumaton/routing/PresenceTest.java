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
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class PresenceTest {
    private static final String PRESENCE = "/api/v1/agents/me/presence";

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
    void theFirstSignInMakesTheAgentFromTheToken() {
        String name = "jenni-" + scene.kind;
        Scene.as(name, "agent")
                .get(PRESENCE)
                .then()
                .statusCode(200)
                .body("status", equalTo("offline"))
                .body("since", nullValue());

        Scene.as(name, "agent")
                .body("{\"status\":\"away\",\"reason\":\"settling in\"}")
                .put(PRESENCE)
                .then()
                .statusCode(200)
                .body("status", equalTo("away"))
                .body("reason", equalTo("settling in"))
                .body("leaseUntil", notNullValue());

        Scene.as("supervisor", "supervisor")
                .get("/api/v1/agents/" + Scene.id(name))
                .then()
                .statusCode(200)
                .body("name", equalTo(TestTokens.displayName(name)))
                .body("capacity.total", equalTo(5))
                .body("capacity.weights.email", equalTo(2))
                .body("languages", equalTo(List.of("en", "fi", "sv")))
                .body("queues.contains('" + scene.queue + "')", equalTo(true));
        KafkaDoor.Event told = scene.event("agent.presence-changed", Scene.id(name), 1);
        assertEquals("away", told.text("status"));
        assertEquals(UUID.nameUUIDFromBytes(Scene.id(name).getBytes()).toString(), told.key());
    }

    @Test
    void repeatingThePresenceOnlyRenewsTheLease() {
        String jenni = scene.agent("jenni");
        long version = version();
        scene.database.update(
                "update timer set due_at = now() + interval '1 second' where kind = 'lease' and ref = ?",
                Scene.id(jenni));

        JsonPath renewed = Scene.as(jenni, "agent")
                .body("{\"status\":\"available\"}")
                .put(PRESENCE)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        Duration left = Duration.between(Instant.now(), Instant.parse(renewed.getString("leaseUntil")));
        assertTrue(left.toSeconds() >= 25, "renewed for " + left);
        assertEquals(version, version(), "no turn was taken");
    }

    @Test
    void theDeskShowsOffersAndWork() {
        String jenni = scene.agent("jenni");
        UUID first = scene.arrives();
        scene.acceptedBy(jenni, first, 1);
        UUID second = scene.arrives();
        scene.event("offer.made", second, 1);

        Scene.as(jenni, "agent")
                .get("/api/v1/agents/me")
                .then()
                .statusCode(200)
                .body("agentId", equalTo(Scene.id(jenni)))
                .body("presence.status", equalTo("available"))
                .body("capacity.total", equalTo(3))
                .body("load", equalTo(2))
                .body("offers", hasSize(1))
                .body("offers[0].conversationId", equalTo(second.toString()))
                .body("offers[0].expiresAt", notNullValue())
                .body("work", hasSize(1))
                .body("work[0].conversationId", equalTo(first.toString()))
                .body("work[0].assignmentNumber", equalTo(1));
    }

    @Test
    void whoHasNeverSignedInHasAnEmptyDesk() {
        Scene.as("nobody-" + scene.kind, "agent")
                .get("/api/v1/agents/me")
                .then()
                .statusCode(200)
                .body("presence.status", equalTo("offline"))
                .body("offers", hasSize(0))
                .body("work", hasSize(0));
    }

    @Test
    void onlyPeopleWhoServeHaveAPresence() {
        RestAssured.given().get(PRESENCE).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.expired("jenni", "agent"))
                .get(PRESENCE)
                .then()
                .statusCode(401);
        Scene.as("colleague", "colleague").get(PRESENCE).then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.client("shop-backoffice", "customers:write"))
                .get(PRESENCE)
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownStatusIsInvalid() {
        Scene.as("jenni-" + scene.kind, "agent")
                .body("{\"status\":\"asleep\"}")
                .put(PRESENCE)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        Scene.as("jenni-" + scene.kind, "agent").body("{").put(PRESENCE).then().statusCode(400);
    }

    @Test
    void presenceIsMeasured() {
        scene.agent("jenni");

        scene.eventually(() -> {
            String metrics = RestAssured.get("/q/metrics").asString();
            assertTrue(
                    metrics.lines()
                            .filter(line -> line.startsWith("agent_presence{") && line.contains("status=\"available\""))
                            .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) >= 1),
                    metrics);
        });
    }

    private long version() {
        return scene.database.count("select version from domain where name = 'main'");
    }
}
