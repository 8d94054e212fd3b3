/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;

/** Who may see links and change them, and what is no request at all. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class LinkAccessTest {
    private final Linking linking = new Linking();
    private final Handle number = linking.number("4711");
    private final Handle email = linking.email("mikko");
    private final Handle otherEmail = linking.email("jenni");

    @Test
    void requestsMustMakeSense() {
        var mikko = linking.order(number, email);
        var both = Map.of("handle", Linking.json(email), "customerId", mikko, "reason", "x");

        Linking.post("/customers/" + mikko + "/links", both).then().statusCode(422);
        Linking.post("/customers/" + mikko + "/links", Map.of("reason", "x"))
                .then()
                .statusCode(422);
        Linking.link(mikko, new Handle(Handle.EMAIL, "nonsense"), false)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid-handle"));
        Linking.post("/differences", Map.of("one", Linking.json(email))).then().statusCode(422);
    }

    @Test
    void everyoneSeesAndSupervisorsChange() {
        var mikko = linking.order(number, email);
        var paths = List.of("/customers/" + mikko + "/links", "/customers/" + mikko + "/why");
        for (var path : paths) {
            RestAssured.get("/api/v1" + path).then().statusCode(401);
            Api.as(TestTokens.person("manager", "manager"))
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(403);
            Api.as(Api.backOffice()).get("/api/v1" + path).then().statusCode(200);
        }
        Api.as(Api.jenni())
                .get("/api/v1/customers/" + UUID.randomUUID() + "/links")
                .then()
                .statusCode(404);
        Api.as(Api.jenni())
                .get("/api/v1/customers/" + UUID.randomUUID() + "/why")
                .then()
                .statusCode(404);
        var link = Map.of("handle", Linking.json(otherEmail), "reason", "x");
        var ending = Map.of("handle", Linking.json(email), "reason", "x");
        var difference = Map.of("one", Linking.json(email), "other", Linking.json(otherEmail), "reason", "x");
        var parting = Map.of("handles", List.of(Linking.json(email)), "reason", "x");
        var unknown = UUID.randomUUID();
        Map<String, Map<String, ?>> writes = Map.of(
                "/customers/" + unknown + "/links",
                link,
                "/customers/" + unknown + "/partings",
                parting,
                "/links/" + unknown + "/revocation",
                Map.of("reason", "x"),
                "/differences/" + unknown + "/revocation",
                Map.of("reason", "x"));
        writes.forEach((path, body) -> {
            RestAssured.given()
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1" + path)
                    .then()
                    .statusCode(401);
            Api.as(Api.jenni()).body(body).post("/api/v1" + path).then().statusCode(403);
            Api.as(Linking.supervisor())
                    .body(body)
                    .post("/api/v1" + path)
                    .then()
                    .statusCode(404);
        });
        for (var entry :
                Map.of("/differences", difference, "/handles/endings", ending).entrySet()) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(entry.getValue())
                    .post("/api/v1" + entry.getKey())
                    .then()
                    .statusCode(401);
            Api.as(Api.jenni())
                    .body(entry.getValue())
                    .post("/api/v1" + entry.getKey())
                    .then()
                    .statusCode(403);
        }
    }
}
