/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.web.Cursor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class CandidateResourceTest {
    private final String mark = letters(UUID.randomUUID());
    private final String born = LocalDate.of(1940, 1, 1)
            .plusDays(ThreadLocalRandom.current().nextInt(20_000))
            .toString();
    private UUID mikko;
    private UUID again;

    @BeforeEach
    void twoCustomers() {
        mikko = customer(1);
        again = customer(2);
    }

    @Test
    void similarPeopleAreShownWithReasonsFieldByField() {
        tell(mikko, details("Mikko", mark, born));
        tell(again, details(mark, "Miko", born));

        var found = candidate();

        assertEquals(
                List.of("birth-date", "family-name", "given-name", "locality", "street", "street-number"),
                found.getList("items[0].reasons.field").stream().sorted().toList());
        assertEquals(
                "close",
                found.getString("items[0].reasons.find { it.field == 'given-name' || it.level == 'close' }.level"));
        assertEquals(true, found.getBoolean("items[0].reasons.find { it.field == 'family-name' }.swapped"));
        assertEquals(
                List.of(mikko, again).stream().sorted().map(UUID::toString).toList(),
                List.of(found.getString("items[0].one.customerId"), found.getString("items[0].other.customerId"))
                        .stream()
                        .sorted()
                        .toList());
        Api.as(Api.jenni())
                .queryParam("customerId", mikko)
                .get("/api/v1/candidates")
                .then()
                .body("items[0].automatic", equalTo(true))
                .body("items[0].bits", greaterThan(13.0f));
        for (var shown : List.of(mikko, again)) {
            Api.as(TestTokens.person("auditor", "auditor"))
                    .queryParam("customer", shown)
                    .queryParam("action", "candidates")
                    .get("/api/v1/audit")
                    .then()
                    .body("items", not(empty()));
        }
    }

    @Test
    void twoOfOneHouseholdAreNotShown() {
        tell(mikko, details("Mikko", mark, born));
        tell(again, details("Jenni", mark, "1931-11-27"));
        var twin = customer(3);
        tell(twin, details("Miko", mark, born));

        var found = candidate();

        assertEquals(1, found.getList("items").size());
        Api.as(Api.jenni())
                .queryParam("customerId", again)
                .get("/api/v1/candidates")
                .then()
                .body("items", empty());
    }

    @Test
    void confirmingLinksThemAndTakingTheLinkBackPartsThem() {
        alike();
        var id = candidate().getString("items[0].candidateId");

        decide(id, "confirmation", Map.of("reason", "Two numbers"))
                .then()
                .statusCode(409)
                .body("refusal", equalTo("different-people"));
        decide(id, "confirmation", Map.of("reason", "The same birthday and street", "override", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .body("customerIds", hasSize(1));

        assertEquals(Api.glance(mikko).getUUID("customerId"), Api.glance(again).getUUID("customerId"));
        decide(id, "confirmation", Map.of("reason", "x")).then().statusCode(409);
        decide(id, "rejection", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:candidate-decided"));
        Api.as(Api.jenni())
                .queryParam("state", "confirmed")
                .queryParam("customerId", mikko)
                .get("/api/v1/candidates")
                .then()
                .body("items.decisionReason", contains("The same birthday and street"));
    }

    @Test
    void rejectedPairsAreNotShownAgain() {
        alike();
        var id = candidate().getString("items[0].candidateId");

        decide(id, "rejection", Map.of("reason", "Father and son", "different", true))
                .then()
                .statusCode(200)
                .body("customerIds", hasSize(2));
        tell(mikko, details("Mikko", mark, born.substring(0, 9) + "9"));
        var third = customer(3);
        tell(third, details("Mikko", mark, born));

        Api.eventually(() -> Api.as(Api.jenni())
                .queryParam("customerId", third)
                .get("/api/v1/candidates")
                .then()
                .body("items", hasSize(2)));
        var open = open();
        assertEquals(1, open.getList("items").size(), "only the third one");
        assertNotEquals(id, open.getString("items[0].candidateId"));
    }

    @Test
    void whoWasLikeSomebodyOnlyWhileTheyWereJoinedIsNoLongerShown() {
        var third = customer(3);
        tell(third, details("Mikko", mark, born));
        tell(again, details("Miko", mark, born));
        var link = Api.as(supervisor())
                .body(Map.of(
                        "handle",
                        Map.of("kind", "email", "value", mark + 3 + "@example.test"),
                        "reason",
                        "Said so on the phone",
                        "override",
                        true))
                .post("/api/v1/customers/" + mikko + "/links")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("linkId");
        candidate();

        Api.as(supervisor())
                .body(Map.of("reason", "A mistake"))
                .post("/api/v1/links/" + link + "/revocation")
                .then()
                .statusCode(200);

        Api.eventually(() -> assertEquals(List.of(), open().getList("items")));
        Api.eventually(() -> Api.as(Api.jenni())
                .queryParam("customerId", third)
                .get("/api/v1/candidates")
                .then()
                .body("items", hasSize(1)));
    }

    @Test
    void whoIsNoLongerAlikeIsNoLongerShown() {
        alike();
        candidate();

        Api.as(Api.backOffice())
                .delete("/api/v1/customers/" + again + "/details/crm:1")
                .then()
                .statusCode(204);

        Api.eventually(() -> assertEquals(0, open().getList("items").size()));
    }

    @Test
    void learningNeedsPeopleAndARunLooksAtThemAll() {
        alike();
        var admin = TestTokens.person("admin", "admin");

        Api.as(admin).post("/api/v1/matching/runs").then().statusCode(200).body("customers", greaterThan(1));
        candidate();
        Api.as(admin)
                .post("/api/v1/matching/model")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:not-enough-people"))
                .body("needed", equalTo(200));
        Api.as(admin)
                .get("/api/v1/matching/model")
                .then()
                .statusCode(200)
                .body("fields.GIVEN_NAME.same", hasSize(4))
                .body("repeats", greaterThan(0.0f));
        Api.as(admin).delete("/api/v1/matching/model").then().statusCode(204);
    }

    @Test
    void everybodyHasTheirRights() {
        var id = UUID.randomUUID();
        RestAssured.get("/api/v1/candidates").then().statusCode(401);
        Api.as(TestTokens.person("manager", "manager"))
                .get("/api/v1/candidates")
                .then()
                .statusCode(403);
        Api.as(Api.jenni())
                .queryParam("state", "any")
                .get("/api/v1/candidates")
                .then()
                .statusCode(422);
        var otherList = Cursor.of(Instant.parse("2026-11-20T08:15:30Z"), UUID.randomUUID());
        for (var cursor : List.of("x", otherList)) {
            Api.as(Api.jenni())
                    .queryParam("after", cursor)
                    .get("/api/v1/candidates")
                    .then()
                    .statusCode(422)
                    .body("parameter", equalTo("after"));
        }
        Api.as(Api.jenni())
                .queryParam("customerId", id)
                .get("/api/v1/candidates")
                .then()
                .statusCode(404);
        for (var decision : List.of("confirmation", "rejection")) {
            var path = "/api/v1/candidates/" + id + "/" + decision;
            RestAssured.given()
                    .contentType("application/json")
                    .post(path)
                    .then()
                    .statusCode(401);
            Api.as(Api.jenni()).body(Map.of("reason", "x")).post(path).then().statusCode(403);
            decide(id.toString(), decision, Map.of("reason", "x")).then().statusCode(404);
            decide(id.toString(), decision, Map.of()).then().statusCode(422);
        }
        for (var path : List.of("/api/v1/matching/runs", "/api/v1/matching/model")) {
            RestAssured.post(path).then().statusCode(401);
            Api.as(supervisor()).post(path).then().statusCode(403);
        }
        RestAssured.get("/api/v1/matching/model").then().statusCode(401);
        Api.as(supervisor()).get("/api/v1/matching/model").then().statusCode(403);
        RestAssured.delete("/api/v1/matching/model").then().statusCode(401);
        Api.as(supervisor()).delete("/api/v1/matching/model").then().statusCode(403);
    }

    private void alike() {
        tell(mikko, details("Mikko", mark, born));
        tell(again, details("Miko", mark, born));
    }

    private JsonPath candidate() {
        Api.eventually(() -> assertEquals(1, open().getList("items").size()));
        return open();
    }

    private JsonPath open() {
        return Api.as(Api.jenni())
                .queryParam("customerId", mikko)
                .get("/api/v1/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response decide(String id, String decision, Map<String, ?> body) {
        return Api.as(supervisor()).body(body).post("/api/v1/candidates/" + id + "/" + decision);
    }

    private static String supervisor() {
        return TestTokens.person("supervisor", "supervisor");
    }

    private Map<String, Object> details(String given, String family, String born) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("givenName", given);
        details.put("familyName", family);
        details.put("birthDate", born);
        details.put("street", mark.substring(4) + "katu");
        details.put("streetNumber", mark.substring(8));
        details.put("locality", mark.substring(2, 9) + "la");
        return details;
    }

    private static void tell(UUID customer, Map<String, Object> details) {
        Api.as(Api.backOffice())
                .body(Map.of("occurredAt", "2026-11-01T08:00:00Z", "details", details))
                .put("/api/v1/customers/" + customer + "/details/crm:1")
                .then()
                .statusCode(204);
    }

    private UUID customer(int which) {
        var number = mark + which;
        return Api.push(Api.purchase("order-" + number, number, number + "@example.test"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("customerId");
    }

    /** A name that nobody else has. */
    private static String letters(UUID id) {
        var name = new StringBuilder();
        for (char c : id.toString().replace("-", "").substring(0, 12).toCharArray()) {
            name.append((char) ('a' + Character.digit(c, 16)));
        }
        return name.toString();
    }
}
