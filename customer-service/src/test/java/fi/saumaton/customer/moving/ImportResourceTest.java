/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Who may import what. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ImportResourceTest {
    private static final String SOME = Imports.PATH + "/" + UUID.randomUUID();
    private static final String FILE = Imports.PATH + "/files/" + UUID.randomUUID();

    @Test
    void onlyAdminsImport() {
        var body = Imports.request("zendesk", "main", false);
        given().contentType("application/json")
                .body(body)
                .post(Imports.PATH)
                .then()
                .statusCode(401);
        Api.as(Api.jenni()).body(body).post(Imports.PATH).then().statusCode(403);
        Api.as(Api.backOffice()).body(body).post(Imports.PATH).then().statusCode(403);
        Api.as(Api.jenni()).get(Imports.PATH).then().statusCode(403);
        Api.as(Api.jenni()).get(SOME).then().statusCode(403);
        Api.as(Api.jenni()).get(SOME + "/findings").then().statusCode(403);
        Api.as(Api.jenni()).post(SOME + "/cancellation").then().statusCode(403);
        Api.as(Api.jenni()).post(SOME + "/resumption").then().statusCode(403);
        Api.as(Api.jenni())
                .body(Map.of("name", "a.csv"))
                .post(Imports.PATH + "/files")
                .then()
                .statusCode(403);
        Api.as(Api.jenni()).get(FILE).then().statusCode(403);
        Api.as(Api.jenni()).delete(FILE).then().statusCode(403);
        given().get(SOME).then().statusCode(401);
        given().get(FILE).then().statusCode(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Api.as(Imports.admin()).get(SOME).then().statusCode(404);
        Api.as(Imports.admin()).get(SOME + "/findings").then().statusCode(404);
        Api.as(Imports.admin()).post(SOME + "/cancellation").then().statusCode(404);
        Api.as(Imports.admin()).post(SOME + "/resumption").then().statusCode(404);
        Api.as(Imports.admin()).get(FILE).then().statusCode(404);
        Api.as(Imports.admin()).delete(FILE).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zendesk", "hubspot", "salesforce", "freshdesk"})
    void onlyConfiguredSystemsAreAsked(String system) {
        Api.as(Imports.admin())
                .body(Imports.request(system, "elsewhere", false))
                .post(Imports.PATH)
                .then()
                .statusCode(422)
                .body("field", equalTo("source"));
    }

    @Test
    void nonsenseIsRefused() {
        Api.as(Imports.admin())
                .body(Imports.request("notepad", "main", false))
                .post(Imports.PATH)
                .then()
                .statusCode(422)
                .body("systems", hasItem("csv"));
        Api.as(Imports.admin())
                .body(Imports.request("zendesk", "https://example.test/", false))
                .post(Imports.PATH)
                .then()
                .statusCode(422);
        var followed = Imports.request("zendesk", "port-1", true);
        followed.put("follow", true);
        Api.as(Imports.admin())
                .body(followed)
                .post(Imports.PATH)
                .then()
                .statusCode(422)
                .body("field", equalTo("follow"));
        Api.as(Imports.admin())
                .body(Imports.request("csv", "old", false))
                .post(Imports.PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void whatWasCancelledStaysSoUntilItIsTakenUpAgain() {
        try (var standIn = new StandIn(request -> StandIn.Answer.refused(500))) {
            var id = Imports.begin(Imports.request("zendesk", standIn.source(), false));
            Api.as(Imports.admin())
                    .post(Imports.PATH + "/" + id + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            Api.as(Imports.admin())
                    .post(Imports.PATH + "/" + id + "/cancellation")
                    .then()
                    .statusCode(200);
            standIn.answer(new Zendesk());
            Api.as(Imports.admin())
                    .post(Imports.PATH + "/" + id + "/resumption")
                    .then()
                    .statusCode(200);
            Imports.until("done", id);
            Api.as(Imports.admin())
                    .post(Imports.PATH + "/" + id + "/cancellation")
                    .then()
                    .statusCode(409)
                    .body("state", equalTo("done"));
            Api.as(Imports.admin())
                    .post(Imports.PATH + "/" + id + "/resumption")
                    .then()
                    .statusCode(409);
            Api.as(Imports.admin()).get(Imports.PATH).then().statusCode(200).body("items.importId", hasItem(id));
        }
    }
}
