/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class AgentResourceTest {
    private static final String AGENTS = "/api/v1/agents";

    private Scene scene;
    private String jenni;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
        jenni = scene.agent("jenni");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void agentsAreListedPageByPage() {
        scene.agent("sami");

        String next = Scene.as("manager", "manager")
                .get(AGENTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        String first = Scene.as("manager", "manager").get(AGENTS + "?limit=1").path("items[0].agentId");
        String second = Scene.as("manager", "manager")
                .get(AGENTS + "?limit=1&after=" + next)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].agentId");
        assertNotEquals(first, second);
        Scene.as("manager", "manager")
                .get(AGENTS + "?limit=200")
                .then()
                .body("items.agentId", hasItem(Scene.id(jenni)));
    }

    @Test
    void aSupervisorChangesOnlyWhatTheyName() {
        String etag = Scene.as("supervisor", "supervisor")
                .get(path())
                .then()
                .extract()
                .header("ETag");

        Scene.as("supervisor", "supervisor")
                .header("If-Match", etag)
                .body("{\"skills\":[\"saws\"],\"skillLevels\":{\"saws\":4},\"team\":\"shop\","
                        + "\"capacity\":{\"weights\":{\"email\":3},\"interruptible\":[\"email\"]}}")
                .put(path())
                .then()
                .statusCode(200)
                .body("skills", equalTo(List.of("saws")))
                .body("queues", equalTo(List.of(scene.queue)))
                .body("capacity.total", equalTo(3))
                .body("capacity.weights.email", equalTo(3))
                .body("capacity.interruptible", equalTo(List.of("email")))
                .body("capacity.alone", equalTo(List.of("voice")))
                .body("skillLevels.saws", equalTo(4))
                .body("team", equalTo("shop"));
    }

    @Test
    void whoHasReadAnOldVersionIsRefused() {
        String etag = Scene.as("supervisor", "supervisor")
                .get(path())
                .then()
                .extract()
                .header("ETag");
        Scene.as("supervisor", "supervisor")
                .header("If-Match", etag)
                .body("{\"name\":\"Jenni J.\"}")
                .put(path())
                .then()
                .statusCode(200);

        Scene.as("supervisor", "supervisor")
                .header("If-Match", etag)
                .body("{\"name\":\"J. Jenni\"}")
                .put(path())
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:saumaton:problem:precondition-failed"));
        Scene.as("supervisor", "supervisor")
                .body("{\"name\":\"J. Jenni\"}")
                .put(path())
                .then()
                .statusCode(428);
    }

    @Test
    void impossibleSettingsAreRefused() {
        Scene.as("supervisor", "supervisor")
                .header("If-Match", "*")
                .body("{\"queues\":[\"nowhere\"]}")
                .put(path())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:unknown-queue"));
        Scene.as("supervisor", "supervisor")
                .header("If-Match", "*")
                .body("{\"capacity\":{\"total\":0}}")
                .put(path())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid"));
    }

    @Test
    void agentsMayNotChangeAgents() {
        RestAssured.given().get(path()).then().statusCode(401);
        Scene.as("colleague", "colleague").get(path()).then().statusCode(403);
        Scene.as(jenni, "agent")
                .header("If-Match", "*")
                .body("{\"name\":\"Boss\"}")
                .put(path())
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyIsNotFound() {
        Scene.as("supervisor", "supervisor").get(AGENTS + "/nobody").then().statusCode(404);
        Scene.as("supervisor", "supervisor")
                .header("If-Match", "*")
                .body("{\"name\":\"Nobody\"}")
                .put(AGENTS + "/nobody")
                .then()
                .statusCode(404);
    }

    private String path() {
        return AGENTS + "/" + Scene.id(jenni);
    }
}
