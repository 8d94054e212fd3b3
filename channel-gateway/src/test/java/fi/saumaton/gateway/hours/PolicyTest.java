/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class PolicyTest {
    private static final String PATH = "/api/v1/channels/webchat:shop/";

    private final TestAgent jenni = TestAgent.someone();

    private RequestSpecification admin() {
        return given().auth().oauth2(jenni.tokenWith("admin")).contentType(ContentType.JSON);
    }

    @AfterEach
    void forget() {
        Database.value("delete from channel_policy");
    }

    @Test
    void withoutAWordAChannelIsAlwaysOpen() {
        given().get(PATH + "availability")
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("offered", equalTo(true))
                .body("late", equalTo(false));
        jenni.asks().get(PATH + "policy").then().statusCode(200).body("humans", equalTo(true));
    }

    @Test
    void aClosedChannelSaysWhenItOpensAndWhatElseThereIs() {
        var hours = Map.of("zone", "Europe/Helsinki", "weekly", List.of(), "days", List.of());
        var always = Map.of("day", "MONDAY", "from", "00:00", "to", "00:00");
        admin().body(Map.of("hours", hours, "answerWithin", "PT5M", "alternatives", List.of("webhook:bench")))
                .put(PATH + "policy")
                .then()
                .statusCode(200)
                .body("answerWithin", equalTo("PT5M"));
        given().get(PATH + "availability")
                .then()
                .body("open", equalTo(false))
                .body("alternatives", contains("webhook:bench"));
        admin().body(Map.of(
                        "hours", Map.of("zone", "Europe/Helsinki", "weekly", List.of(always), "openOnHolidays", true)))
                .put(PATH + "policy")
                .then()
                .statusCode(200)
                .body("hours.weekly[0].day", equalTo("MONDAY"))
                .body("hours.zone", notNullValue());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        admin().body(Map.of("alternatives", List.of("webchat:nowhere")))
                .put(PATH + "policy")
                .then()
                .statusCode(422);
        admin().body(Map.of("alternatives", List.of("webchat:shop")))
                .put(PATH + "policy")
                .then()
                .statusCode(422);
        var backwards = Map.of("day", "MONDAY", "from", "16:00", "to", "08:00");
        for (var hours : List.of(
                Map.of("zone", "Europe/Helsinki", "weekly", List.of(backwards)),
                Map.of("zone", "Europe/Atlantis", "weekly", List.of()),
                Map.of("zone", "Europe/Helsinki"))) {
            admin().body(Map.of("hours", hours)).put(PATH + "policy").then().statusCode(422);
        }
    }

    @Test
    void whoMayDoWhat() {
        given().get(PATH + "policy").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(PATH + "policy")
                .then()
                .statusCode(401);
        jenni.asks().body(Map.of()).put(PATH + "policy").then().statusCode(403);
        admin().get("/api/v1/channels/webchat:nowhere/policy").then().statusCode(404);
        admin().body(Map.of())
                .put("/api/v1/channels/webchat:nowhere/policy")
                .then()
                .statusCode(404);
        given().get("/api/v1/channels/webchat:nowhere/availability").then().statusCode(404);
    }
}
