/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@Kit
class ProblemsTest {

    private static final String COUNTERS = "/api/v1/counters";

    @Test
    void unknownThingIsNotFoundWithTypeTraceAndInstance() {
        UUID id = UUID.randomUUID();
        problem(agent().get(COUNTERS + "/" + id), 404, "not-found")
                .body("title", equalTo("Not found"))
                .body("detail", equalTo("There is no such counter"))
                .body("instance", equalTo(COUNTERS + "/" + id));
    }

    @Test
    void titleComesInTheReadersLanguage() {
        String path = COUNTERS + "/" + UUID.randomUUID();
        problem(agent().header("Accept-Language", "fi-FI,en;q=0.5").get(path), 404, "not-found")
                .body("title", equalTo("Ei löydy"));
        problem(agent().header("Accept-Language", "sv").get(path), 404, "not-found")
                .body("title", equalTo("Finns inte"));
        problem(agent().header("Accept-Language", "de, ;;;").get(path), 404, "not-found")
                .body("title", equalTo("Not found"));
    }

    @Test
    void badUuidInThePathIsNotFound() {
        problem(agent().get(COUNTERS + "/no-uuid"), 404, "not-found").body("detail", nullValue());
    }

    @Test
    void unknownPathIsNotFound() {
        problem(agent().get("/api/v1/nothing"), 404, "not-found").body("detail", nullValue());
    }

    @Test
    void unreadableJsonIsABadRequestWithoutClassNames() {
        problem(agent().contentType(ContentType.JSON).body("{\"text\":").post(COUNTERS + "/notes"), 400, "bad-request")
                .body("detail", equalTo("The body is not readable as JSON"));
        problem(
                        agent().contentType(ContentType.JSON)
                                .body("{\"text\":\"x\",\"about\":\"mikko\"}")
                                .post(COUNTERS + "/notes"),
                        400,
                        "bad-request")
                .body("detail", equalTo("The body does not fit at about: expected is a UUID"));
    }

    @Test
    void jsonOfAnotherShapeIsABadRequest() {
        problem(agent().contentType(ContentType.JSON).body("[]").post(COUNTERS + "/notes"), 400, "bad-request")
                .body("detail", equalTo("The body is JSON of another shape than expected"));
        problem(
                        agent().contentType(ContentType.JSON)
                                .body("{\"text\":{\"mikko\":1}}")
                                .post(COUNTERS + "/notes"),
                        400,
                        "bad-request")
                .body("detail", equalTo("The body does not fit at text: expected is a string"));
    }

    @Test
    void brokenRulesAreInvalidWithEachViolation() {
        problem(
                        agent().contentType(ContentType.JSON)
                                .body("{\"text\":\" \",\"weight\":11}")
                                .post(COUNTERS + "/notes"),
                        422,
                        "invalid")
                .body("violations", hasSize(2))
                .body("violations.field", hasItems("text", "weight"));
    }

    @Test
    void noTokenIsUnauthorised() {
        problem(given().get(COUNTERS + "/self"), 401, "unauthorised");
    }

    @Test
    void wrongTokensAreUnauthorised() {
        for (String token :
                new String[] {TestTokens.forged("jenni", "agent"), TestTokens.expired("jenni", "agent"), "nonsense"}) {
            problem(given().auth().oauth2(token).get(COUNTERS + "/self"), 401, "unauthorised");
        }
    }

    @Test
    void otherRoleIsForbidden() {
        problem(
                given().auth().oauth2(TestTokens.person("vieras", "colleague")).get(COUNTERS + "/self"),
                403,
                "forbidden");
    }

    @Test
    void methodAndMediaTypesHaveTheirProblems() {
        problem(agent().delete(COUNTERS + "/self"), 405, "method-not-allowed");
        problem(agent().accept("image/png").get(COUNTERS + "/self"), 406, "not-acceptable");
        problem(agent().contentType("text/plain").body("x").post(COUNTERS + "/notes"), 415, "unsupported-media-type");
    }

    @Test
    void tooLargeABodyIsRefused() {
        String large = "{\"text\":\"" + "x".repeat(1_100_000) + "\"}";
        problem(agent().contentType(ContentType.JSON).body(large).post(COUNTERS + "/notes"), 413, "too-large");
    }

    @Test
    void tooManyRequestsSayWhenToComeAgain() {
        problem(given().get(COUNTERS + "/busy"), 429, "too-many-requests")
                .header("Retry-After", "7")
                .body("limit", equalTo(5))
                .body("detail", equalTo("Slowly"));
    }

    @Test
    void unexpectedFailureTellsNothingOfItsInside() {
        problem(given().get(COUNTERS + "/broken"), 500, "internal")
                .body("detail", nullValue())
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void unreadableCursorIsInvalid() {
        problem(given().queryParam("after", "%%%").get(COUNTERS + "/page"), 422, "invalid")
                .body("parameter", equalTo("after"));
    }

    @Test
    void unreadableQueryParameterIsInvalidLikeOneOutOfRange() {
        for (String limit : new String[] {"abc", "1.5", "99999999999"}) {
            problem(given().queryParam("limit", limit).get(COUNTERS + "/slice"), 422, "invalid")
                    .body("violations", hasSize(1))
                    .body("violations[0].field", equalTo("limit"))
                    .body("violations[0].in", equalTo("query"))
                    .body("violations[0].message", equalTo("must be a whole number"));
        }
        problem(given().queryParam("of", "mikko").get(COUNTERS + "/slice"), 422, "invalid")
                .body("violations[0].field", equalTo("of"))
                .body("violations[0].message", equalTo("must be a UUID"));
    }

    @Test
    void readableQueryParametersAreRead() {
        UUID of = UUID.randomUUID();
        given().queryParam("limit", "2")
                .queryParam("of", of)
                .get(COUNTERS + "/slice")
                .then()
                .statusCode(200)
                .body(equalTo("2 of " + of));
        given().get(COUNTERS + "/slice").then().statusCode(200).body(equalTo("50 of null"));
    }

    private static RequestSpecification agent() {
        return given().auth().oauth2(TestTokens.person("jenni", "agent"));
    }

    private static ValidatableResponse problem(io.restassured.response.Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:" + slug))
                .body("status", equalTo(status))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }
}
