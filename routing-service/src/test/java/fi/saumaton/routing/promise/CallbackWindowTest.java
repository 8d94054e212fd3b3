/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Times that customers pick to be called at. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class CallbackWindowTest {
    private static final String PATH = "/api/v1/callback-windows";
    private static final String PLAN = """
            {"supervisorId":"sup","supervisorName":"Sami","people":1,"minutesEach":20,"windowMinutes":60,"daysAhead":7}
            """;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
        Scene.as("sup", "supervisor")
                .body(PLAN)
                .put("/api/v1/promise-plans/" + scene.queue)
                .then()
                .statusCode(200);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String asked(String from) {
        return "{\"queue\":\"%s\",\"from\":\"%s\",\"handle\":\"phone:+358401234567\",\"customerId\":\"%s\"}"
                .formatted(scene.queue, from, UUID.randomUUID());
    }

    private String last() {
        return Scene.as("jenni", "agent")
                .get(PATH + "?queue=" + scene.queue)
                .then()
                .statusCode(200)
                .body("items[-1].capacity", equalTo(3))
                .extract()
                .path("items[-1].from");
    }

    @Test
    void aPickedWindowIsAPromiseOfTheQueueAndTakesAPlace() {
        String from = last();
        Promising.partner("portal", "promises:write")
                .body(asked(from))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("kind", equalTo("call-back"))
                .body("owner.id", equalTo(scene.queue))
                .body("madeBy.type", equalTo("customer"))
                .body("from", equalTo(from));
        Scene.as("jenni", "agent").get(PATH + "?queue=" + scene.queue).then().body("items[-1].free", equalTo(2));
    }

    @Test
    void howeverManyPickAtOnceAWindowHoldsNoMoreThanItCan() {
        String from = last();
        List<CompletableFuture<Integer>> picks = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        Scene.as("jenni", "agent").body(asked(from)).post(PATH).statusCode()))
                .toList();
        assertEquals(3, picks.stream().filter(pick -> pick.join() == 201).count());
        assertEquals(5, picks.stream().filter(pick -> pick.join() == 409).count());
    }

    @Test
    void whatIsNoWindowIsRefused() {
        Scene.as("jenni", "agent")
                .body(asked("2030-01-01T00:00:00Z"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:callback-window-full"));
        Scene.as("jenni", "agent")
                .body(asked(last()).replace("+358401234567", "12"))
                .post(PATH)
                .then()
                .statusCode(422);
        Scene.as("jenni", "agent").get(PATH + "?queue=nowhere").then().statusCode(404);
        Scene.as("jenni", "agent").get(PATH).then().statusCode(422);
        RestAssured.given().get(PATH + "?queue=" + scene.queue).then().statusCode(401);
        Scene.as("colleague", "colleague")
                .get(PATH + "?queue=" + scene.queue)
                .then()
                .statusCode(403);
        Promising.partner("portal", "customers:read")
                .get(PATH + "?queue=" + scene.queue)
                .then()
                .statusCode(403);
    }
}
