/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ConsentResourceTest {
    private UUID customer;

    @BeforeEach
    void buys() {
        var address = "mikko-" + UUID.randomUUID() + "@example.test";
        var purchase =
                Api.purchase(UUID.randomUUID().toString(), UUID.randomUUID().toString(), address);
        customer = UUID.fromString(
                Api.push(purchase).then().statusCode(201).extract().path("customerId"));
    }

    private String path() {
        return "/api/v1/customers/" + customer + "/consents";
    }

    private ValidatableResponse say(String token, String purpose, Map<String, Object> body) {
        return Api.as(token).body(body).put(path() + "/" + purpose).then();
    }

    private ValidatableResponse states(String query) {
        return Api.as(Api.jenni()).get(path() + query).then();
    }

    @Test
    void nothingIsAgreedToUntilItIs() {
        states("")
                .statusCode(200)
                .body("consents.purpose", contains("marketing", "profiling", "recording", "research"))
                .body("consents.state", contains("none", "none", "none", "none"))
                .body("consents[0].title.fi", equalTo("Markkinointi"));
    }

    @Test
    void theStateIsThatOfAnyMoment() {
        say(Api.jenni(), "marketing", Map.of("given", true, "source", "shop", "at", "2026-01-10T10:00:00Z"))
                .statusCode(200)
                .body("state", equalTo("given"))
                .body("since.wording", equalTo("1"));
        say(
                        Api.jenni(),
                        "marketing",
                        Map.of(
                                "given",
                                false,
                                "source",
                                "phone",
                                "evidence",
                                "conversation 7KMQ-2",
                                "at",
                                "2026-02-10T10:00:00Z"))
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("since.evidence", equalTo("conversation 7KMQ-2"));

        states("?at=2026-01-01T00:00:00Z").body("consents[0].state", equalTo("none"));
        states("?at=2026-01-20T00:00:00Z").body("consents[0].state", equalTo("given"));
        states("").body("consents[0].state", equalTo("withdrawn")).body("consents[1].since", nullValue());
    }

    @Test
    void theWholeHistoryStaysAndTheSameWordTwiceIsOne() {
        var given = Map.<String, Object>of("given", true, "source", "shop", "wording", "1");
        say(Api.jenni(), "research", given).statusCode(200);
        say(Api.jenni(), "research", given).statusCode(200);
        say(Api.sami(), "research", Map.of("given", false, "source", "phone")).statusCode(200);
        say(Api.backOffice(), "research", Map.of("given", true, "source", "shop", "wording", "2"))
                .statusCode(200);

        Api.as(Api.jenni())
                .get(path() + "/history")
                .then()
                .statusCode(200)
                .body("items.given", equalTo(List.of(true, false, true)))
                .body("items.wording", equalTo(List.of("2", "1", "1")))
                .body("items[1].recordedByName", equalTo(TestTokens.displayName("sami")))
                .body("next", nullValue());
    }

    @Test
    void whatBreaksARuleIsRefused() {
        say(Api.jenni(), "world-domination", Map.of("given", true, "source", "phone"))
                .statusCode(404);
        say(Api.jenni(), "marketing", Map.of("source", "phone")).statusCode(422);
        say(Api.jenni(), "marketing", Map.of("given", true)).statusCode(422);
        say(Api.jenni(), "marketing", Map.of("given", true, "source", "phone", "at", "2126-01-01T00:00:00Z"))
                .statusCode(422);
        states("?at=tomorrow").statusCode(422);
    }

    @Test
    void onlyWhoMayDoes() {
        var said = Map.<String, Object>of("given", true, "source", "phone");
        RestAssured.given()
                .contentType("application/json")
                .body(said)
                .put(path() + "/marketing")
                .then()
                .statusCode(401);
        say(TestTokens.person("colleague", "colleague"), "marketing", said).statusCode(403);
        say(TestTokens.client("partner", "customers:read"), "marketing", said).statusCode(403);
        RestAssured.get(path()).then().statusCode(401);
        Api.as(TestTokens.person("manager", "manager")).get(path()).then().statusCode(403);
        RestAssured.get(path() + "/history").then().statusCode(401);
        Api.as(TestTokens.person("manager", "manager"))
                .get(path() + "/history")
                .then()
                .statusCode(403);
        Api.as(TestTokens.person("auditor", "auditor"))
                .get(path() + "?purpose=rights")
                .then()
                .statusCode(200);

        var nobody = "/api/v1/customers/" + UUID.randomUUID() + "/consents";
        Api.as(Api.jenni()).get(nobody).then().statusCode(404);
        Api.as(Api.jenni()).get(nobody + "/history").then().statusCode(404);
        Api.as(Api.jenni()).body(said).put(nobody + "/marketing").then().statusCode(404);
    }

    @Test
    void sayingItIsAuditedToo() {
        say(Api.jenni(), "marketing", Map.of("given", true, "source", "phone")).statusCode(200);

        Api.as(TestTokens.person("auditor", "auditor"))
                .get("/api/v1/audit?customer=" + customer)
                .then()
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("consent-recorded"));
    }
}
