/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static fi.saumaton.routing.promise.Promising.PATH;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Promises through their door: who may do what, and what is refused. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class PromiseResourceTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String CALLED = "{\"kind\":\"call\",\"outcome\":\"settled\",\"ref\":\"call-1\"}";

    private static String moved(Instant until, String askedBy) {
        return "{\"until\":\"%s\",\"askedBy\":\"%s\"}".formatted(until, askedBy);
    }

    @Test
    void aPromiseIsMadeReadAndListed() {
        String customer = UUID.randomUUID().toString();
        String body = Promising.callBack(DAY, UUID.randomUUID())
                .replaceFirst("\"customerId\":\"[^\"]*\"", "\"customerId\":\"" + customer + "\"");
        String id = Promising.make(body)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("open"))
                .body("owner.id", equalTo(Scene.id("jenni")))
                .body("madeBy.type", equalTo("agent"))
                .body("dueSoonAt", notNullValue())
                .extract()
                .path("id");
        Scene.as("sami", "agent")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("handle", equalTo("phone:+358401234567"));
        Scene.as("manager", "manager")
                .get(PATH + "?state=live&customer=" + customer)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(java.util.List.of(id)));
        String before = Instant.now().plus(Duration.ofHours(1)).toString();
        Scene.as("sami", "agent")
                .get(PATH + "?customer=" + customer + "&dueBefore=" + before)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void listsGoOnWhereThePageEnded() {
        String owner = "team-" + UUID.randomUUID();
        for (int n = 0; n < 3; n++) {
            String body = Promising.callBack(DAY.plusMinutes(n), UUID.randomUUID())
                    .replaceFirst("\\{", "{\"owner\":{\"type\":\"team\",\"id\":\"" + owner + "\"},");
            Promising.make(body).then().statusCode(201);
        }
        String next = Scene.as("jenni", "agent")
                .get(PATH + "?limit=2&owner=" + owner)
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");
        Scene.as("jenni", "agent")
                .get(PATH + "?limit=2&owner=" + owner + "&after=" + next)
                .then()
                .body("items.size()", equalTo(1))
                .body("next", equalTo(null));
        Scene.as("jenni", "agent").get(PATH + "?after=nonsense").then().statusCode(422);
        Scene.as("jenni", "agent").get(PATH + "?dueBefore=soon").then().statusCode(422);
    }

    @Test
    void theSameRequestTwiceIsOnePromise() {
        String key = UUID.randomUUID().toString();
        String body = Promising.callBack(DAY, UUID.randomUUID());
        String first = Scene.as("jenni", "agent")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Scene.as("jenni", "agent")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void onlyAContactKeepsItAndAnEndIsAnEnd() {
        String id = Promising.made(DAY, UUID.randomUUID());
        String path = PATH + "/" + id;
        Scene.as("jenni", "agent")
                .body("{\"kind\":\"call\",\"outcome\":\"voicemail\"}")
                .post(path + "/keeping")
                .then()
                .statusCode(422);
        Scene.as("jenni", "agent")
                .body("{\"outcome\":\"voicemail\"}")
                .post(path + "/attempts")
                .then()
                .statusCode(200)
                .body("attempts", equalTo(1))
                .body("state", equalTo("open"));
        String early = "{\"kind\":\"call\",\"outcome\":\"settled\",\"at\":\"2026-01-01T00:00:00Z\"}";
        Scene.as("jenni", "agent")
                .body(early)
                .post(path + "/keeping")
                .then()
                .statusCode(422)
                .body("field", equalTo("at"));
        Scene.as("jenni", "agent")
                .body(CALLED)
                .post(path + "/keeping")
                .then()
                .statusCode(200)
                .body("state", equalTo("kept"))
                .body("evidence.outcome", equalTo("settled"));
        Scene.as("jenni", "agent")
                .body("{\"askedBy\":\"customer\"}")
                .post(path + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:promise-step-impossible"))
                .body("state", equalTo("kept"));
    }

    @Test
    void theCustomerMayMoveItAndNobodyElse() {
        String path = PATH + "/" + Promising.made(DAY, UUID.randomUUID());
        Instant later = Instant.now().plus(Duration.ofDays(3));
        Scene.as("jenni", "agent")
                .body(moved(later, "customer"))
                .put(path + "/window")
                .then()
                .statusCode(428);
        Scene.as("jenni", "agent")
                .header("If-Match", "\"7\"")
                .body(moved(later, "customer"))
                .put(path + "/window")
                .then()
                .statusCode(412);
        Scene.as("jenni", "agent")
                .header("If-Match", "*")
                .body(moved(later, "us"))
                .put(path + "/window")
                .then()
                .statusCode(422);
        String successor = Scene.as("jenni", "agent")
                .header("If-Match", "\"1\"")
                .body(moved(later, "customer"))
                .put(path + "/window")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("movedFrom", equalTo(path.substring(PATH.length() + 1)))
                .extract()
                .path("id");
        Scene.as("jenni", "agent")
                .get(path)
                .then()
                .body("state", equalTo("moved"))
                .body("movedTo", equalTo(successor));
    }

    @Test
    void itIsHandedOverCancelledOrGivenUp() {
        String first = PATH + "/" + Promising.made(DAY, UUID.randomUUID());
        Scene.as("jenni", "agent")
                .header("If-Match", "\"1\"")
                .body("{\"type\":\"agent\",\"id\":\"%s\",\"name\":\"Sami\"}".formatted(Scene.id("sami")))
                .put(first + "/owner")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("owner.name", equalTo("Sami"));
        Scene.as("jenni", "agent")
                .header("If-Match", "*")
                .body("{\"type\":\"queue\",\"id\":\"nowhere\"}")
                .put(first + "/owner")
                .then()
                .statusCode(422);
        Scene.as("sami", "agent")
                .body("{\"askedBy\":\"customer\",\"note\":\"Found it\"}")
                .post(first + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        String second = PATH + "/" + Promising.made(DAY, UUID.randomUUID());
        Scene.as("jenni", "agent")
                .body("{\"cause\":\"third-party\"}")
                .post(second + "/breach")
                .then()
                .statusCode(200)
                .body("state", equalTo("broken"))
                .body("cause", equalTo("third-party"));
    }

    @Test
    void aDraftBindsNobodyUntilAPersonConfirmsIt() {
        String body = Promising.callBack(DAY, UUID.randomUUID())
                .replaceFirst("\\{", "{\"draft\":true,\"madeBy\":{\"type\":\"bot\",\"id\":\"greeter\"},");
        String path = PATH + "/"
                + Promising.make(body)
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("draft"))
                        .extract()
                        .path("id");
        Scene.as("jenni", "agent").body(CALLED).post(path + "/keeping").then().statusCode(409);
        Scene.as("jenni", "agent")
                .post(path + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("madeBy.type", equalTo("bot"));
    }

    @Test
    void partnersMakePromisesAndSeeTheirOwnAlone() {
        String body = Promising.callBack(DAY, UUID.randomUUID());
        Promising.partner("courier", "customers:read")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(403);
        Promising.partner("courier", "promises:write")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("field", equalTo("owner"));
        String owned =
                body.replaceFirst("\\{", "{\"owner\":{\"type\":\"agent\",\"id\":\"" + Scene.id("jenni") + "\"},");
        String id = Promising.partner("courier", "promises:write")
                .body(owned)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("madeBy.type", equalTo("partner"))
                .extract()
                .path("id");
        String ours = Promising.made(DAY, UUID.randomUUID());
        Promising.partner("courier", "promises:write")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200);
        Promising.partner("other", "promises:write").get(PATH + "/" + id).then().statusCode(404);
        Promising.partner("other", "promises:write")
                .body(CALLED)
                .post(PATH + "/" + id + "/keeping")
                .then()
                .statusCode(404);
        Promising.partner("courier", "promises:write")
                .get(PATH + "/" + ours)
                .then()
                .statusCode(404);
        Promising.partner("courier", "promises:write")
                .get(PATH + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.id", not(hasItem(ours)));
        Scene.as("jenni", "agent").get(PATH + "/" + id).then().statusCode(200);
    }

    @Test
    void whatCannotBePromisedIsRefused() {
        Promising.make(Promising.callBack(Duration.ofHours(-1), UUID.randomUUID()))
                .then()
                .statusCode(422);
        Promising.make(Promising.callBack(Duration.ofDays(4000), UUID.randomUUID()))
                .then()
                .statusCode(422);
        Promising.make("{\"kind\":\"wonder\",\"text\":\"x\",\"until\":\"2030-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422);
        String nobodys = Promising.callBack(DAY, UUID.randomUUID())
                .replaceFirst(
                        "\\{",
                        "{\"owner\":{\"type\":\"team\",\"id\":\"saws\"},\"madeBy\":{\"type\":\"bot\",\"id\":\"greeter\"},");
        Promising.make(nobodys)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:promise-without-person"));
        Promising.make(nobodys.replaceFirst("\\{", "{\"queue\":\"nowhere\","))
                .then()
                .statusCode(422)
                .body("queue", equalTo("nowhere"));
    }

    @Test
    void whoHasNoRightIsToldSo() {
        String id = Promising.made(DAY, UUID.randomUUID());
        RestAssured.given().get(PATH).then().statusCode(401);
        Scene.as("colleague", "colleague").get(PATH + "/" + id).then().statusCode(403);
        Scene.as("manager", "manager")
                .body(CALLED)
                .post(PATH + "/" + id + "/keeping")
                .then()
                .statusCode(403);
        Scene.as("jenni", "agent").get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        RestAssured.given().get("/api/v1/promise-plans").then().statusCode(401);
        Scene.as("colleague", "colleague").get("/api/v1/promise-plans").then().statusCode(403);
    }

    @Test
    void aQueueHasAPlanWithANamedPerson() {
        try (Scene scene = Scene.withQueue(30)) {
            String path = "/api/v1/promise-plans/" + scene.queue;
            String plan =
                    "{\"supervisorId\":\"sup\",\"supervisorName\":\"Sami\",\"people\":1,\"minutesEach\":15,\"windowMinutes\":60,\"daysAhead\":5,\"hours\":{\"MONDAY\":\"10:00-14:00\"}}";
            Scene.as("jenni", "agent").get(path).then().statusCode(404);
            Scene.as("jenni", "agent").body(plan).put(path).then().statusCode(403);
            Scene.as("sup", "supervisor")
                    .body(plan.replace("10:00-14:00", "late"))
                    .put(path)
                    .then()
                    .statusCode(422);
            Scene.as("sup", "supervisor")
                    .body(plan)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"");
            Scene.as("sup", "supervisor").body(plan).put(path).then().statusCode(428);
            Scene.as("sup", "supervisor")
                    .header("If-Match", "\"1\"")
                    .body(plan)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
            Scene.as("sup", "supervisor")
                    .body(plan)
                    .put("/api/v1/promise-plans/nowhere")
                    .then()
                    .statusCode(422);
            Scene.as("jenni", "agent").get(path).then().statusCode(200).body("hours.MONDAY", equalTo("10:00-14:00"));
            Scene.as("jenni", "agent").get("/api/v1/promise-plans").then().body("items.queue", hasItems(scene.queue));
        }
    }
}
