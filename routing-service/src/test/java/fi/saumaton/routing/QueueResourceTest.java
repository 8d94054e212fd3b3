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

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class QueueResourceTest {
    private static final String QUEUES = "/api/v1/queues";
    private static final String SETTINGS =
            "{\"requiredSkills\":[\"saws\"],\"offerSeconds\":45,\"priority\":10,\"channels\":[]}";

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
    void theInstallationStartsWithTheSupportQueue() {
        Scene.as("jenni", "agent").get(QUEUES).then().statusCode(200).body("items.name", hasItem("support"));
        Scene.as("jenni", "agent")
                .get(QUEUES + "/support")
                .then()
                .statusCode(200)
                .body("offerSeconds", equalTo(30))
                .body("requiredSkills", equalTo(List.of()))
                .body("channels", equalTo(List.of("email", "webchat", "webhook")));
    }

    @Test
    void aQueueIsChangedByWhoHasSeenItsVersion() {
        String path = QUEUES + "/" + scene.queue;
        Scene.as("admin", "admin").body(SETTINGS).put(path).then().statusCode(428);

        Scene.as("admin", "admin")
                .header("If-Match", "\"1\"")
                .body(SETTINGS)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("requiredSkills", equalTo(List.of("saws")))
                .body("priority", equalTo(10));

        Scene.as("admin", "admin")
                .header("If-Match", "\"1\"")
                .body(SETTINGS)
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void onlyAdministratorsChangeQueues() {
        RestAssured.given().get(QUEUES).then().statusCode(401);
        Scene.as("colleague", "colleague").get(QUEUES).then().statusCode(403);
        Scene.as("supervisor", "supervisor")
                .body(SETTINGS)
                .put(QUEUES + "/" + scene.queue)
                .then()
                .statusCode(403);
    }

    @Test
    void impossibleQueuesAreRefused() {
        Scene.as("admin", "admin")
                .body("{\"requiredSkills\":[],\"offerSeconds\":1,\"priority\":0,\"channels\":[]}")
                .put(QUEUES + "/hasty")
                .then()
                .statusCode(422);
        Scene.as("admin", "admin")
                .body(SETTINGS)
                .put(QUEUES + "/NOT%20A%20NAME")
                .then()
                .statusCode(422);
        Scene.as("admin", "admin").get(QUEUES + "/nowhere").then().statusCode(404);
    }
}
