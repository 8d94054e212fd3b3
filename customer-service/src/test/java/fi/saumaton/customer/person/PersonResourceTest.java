/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.person;

import java.util.LinkedHashMap;
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

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class PersonResourceTest {
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + number + "@example.test";

    @Test
    void detailsComeAndGoWithTheirSource() {
        var path = path(customer());
        tell(path, "crm:4711", "2026-11-01T08:00:00Z", Map.of("givenName", "Miko", "familyName", "Mallikas"));
        tell(path, "shop:1", "2026-11-02T08:00:00Z", Map.of("givenName", "Mikko"));

        Api.as(Api.jenni())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.findAll { it.field == 'given-name' }.value", contains("Mikko", "Miko"))
                .body("items.find { it.field == 'family-name' }.source", equalTo("crm:4711"));

        tell(path, "crm:4711", "2026-11-03T08:00:00Z", Map.of("locality", "Tampere"));
        Api.as(Api.jenni())
                .get(path)
                .then()
                .body("items.findAll { it.source == 'crm:4711' }.value", contains("Tampere"));

        for (int i = 0; i < 2; i++) {
            Api.as(Api.backOffice()).delete(path + "/crm:4711").then().statusCode(204);
        }
        Api.as(Api.jenni()).get(path).then().body("items.source", contains("shop:1"));
    }

    @Test
    void anEntryBringsDetailsOfWhoeverItIsAbout() {
        var body = Api.purchase("order-" + number, number, address);
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("handles", List.of(Map.of("kind", "email", "value", address)));
        customer.put("details", Map.of("familyName", "Mallikas", "birthDate", "4.3.1980", "nationalId", " "));
        body.put("customer", customer);
        var id = Api.push(body).then().statusCode(201).extract().jsonPath().getUUID("customerId");

        Api.as(Api.jenni())
                .get(path(id))
                .then()
                .body("items", hasSize(2))
                .body("items.find { it.field == 'birth-date' }.value", equalTo("4.3.1980"))
                .body("items.find { it.field == 'birth-date' }.madeBy", equalTo("shop"));
    }

    @Test
    void whatSaysNothingIsNotKept() {
        var path = path(customer());
        tell(path, "crm:1", "2026-11-01T08:00:00Z", Map.of("givenName", " ", "phone", "-"));

        Api.as(Api.jenni()).get(path).then().body("items", empty());
    }

    @Test
    void everybodyHasTheirRights() {
        var path = path(customer());
        var body = body("2026-11-01T08:00:00Z", Map.of("givenName", "Mikko"));

        RestAssured.get(path).then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .put(path + "/crm:1")
                .then()
                .statusCode(401);
        RestAssured.delete(path + "/crm:1").then().statusCode(401);
        Api.as(TestTokens.person("manager", "manager")).get(path).then().statusCode(403);
        Api.as(Api.jenni()).body(body).put(path + "/crm:1").then().statusCode(403);
        Api.as(Api.jenni()).delete(path + "/crm:1").then().statusCode(403);
        var unknown = path(UUID.randomUUID());
        Api.as(Api.jenni()).get(unknown).then().statusCode(404);
        Api.as(Api.backOffice()).body(body).put(unknown + "/crm:1").then().statusCode(404);
        Api.as(Api.backOffice()).delete(unknown + "/crm:1").then().statusCode(404);
        Api.as(Api.backOffice()).body(body).put(path + "/nonsense").then().statusCode(422);
        Api.as(Api.backOffice())
                .body(body("2026-11-01T08:00:00Z", Map.of("givenName", "a".repeat(101))))
                .put(path + "/crm:1")
                .then()
                .statusCode(422);
    }

    private static void tell(String path, String source, String at, Map<String, String> details) {
        Api.as(Api.backOffice())
                .body(body(at, details))
                .put(path + "/" + source)
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> body(String at, Map<String, String> details) {
        return Map.of("occurredAt", at, "details", details);
    }

    private UUID customer() {
        return Api.push(Api.purchase("order-" + number, number, address))
                .then()
                .extract()
                .jsonPath()
                .getUUID("customerId");
    }

    private static String path(UUID customer) {
        return "/api/v1/customers/" + customer + "/details";
    }
}
