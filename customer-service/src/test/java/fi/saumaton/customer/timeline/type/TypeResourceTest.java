/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A company defines a kind of touchpoint of its own. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class TypeResourceTest {
    private static final String TYPES = "/api/v1/touchpoints/types/";
    private static final String PLATE = """
            {"type": "object", "required": ["plate"],
             "properties": {"plate": {"type": "string", "pattern": "^[A-Z]{1,3}-[0-9]{1,3}$"}}}
            """;

    private final String admin = TestTokens.person("admin", "admin");
    private final String name = "tyre-hotel-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void entriesOfATypeAreCheckedByItsSchemaAndNamedByItsTemplates() {
        define(admin, null, PLATE).statusCode(201).header("ETag", "\"1\"").body("version", equalTo(1));

        push("{\"plate\": \"abc\"}")
                .statusCode(422)
                .body("violations.field", contains("data.plate"))
                .body("violations.message", contains("must match \"^[A-Z]{1,3}-[0-9]{1,3}$\""));
        push("{}").statusCode(422).body("violations.field", contains("data.plate"));
        push("{\"plate\": \"ABC-123\"}").statusCode(201);

        var entry = Api.glance(Api.customerOf(address));
        assertEquals(name, entry.getString("timeline[0].kind"));
        assertEquals("Tyre hotel: ABC-123", entry.getString("timeline[0].title"));
        assertEquals("Rengashotelli: ABC-123", entry.getString("timeline[0].titles.fi"));
        assertEquals(1, entry.getInt("timeline[0].typeVersion"));
    }

    @Test
    void aNewVersionChecksWhatComesAfterIt() {
        define(admin, null, PLATE).statusCode(201);
        push("{\"plate\": \"ABC-123\"}").statusCode(201);

        define(admin, "\"1\"", "{\"type\": \"object\", \"required\": [\"owner\"]}")
                .statusCode(200)
                .header("ETag", "\"2\"");

        push("{\"plate\": \"ABC-123\"}").statusCode(422).body("violations.field", contains("data.owner"));
        push("{\"owner\": \"Mikko\"}").statusCode(201);
        assertEquals(List.of(2, 1), Api.glance(Api.customerOf(address)).getList("timeline.typeVersion"));
        as(Api.jenni())
                .get(TYPES + name + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[1].schema.required", contains("plate"));
        as(Api.jenni()).get(TYPES + name).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void aChangeNamesTheVersionItChanges() {
        define(admin, null, PLATE).statusCode(201);

        define(admin, null, PLATE).statusCode(200).body("version", equalTo(1));
        define(admin, null, "{\"type\": \"object\"}").statusCode(428);
        define(admin, "\"7\"", "{\"type\": \"object\"}").statusCode(412);
        define(admin, "yesterday's", "{\"type\": \"object\"}").statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"object\", \"$ref\": \"https://example.test/schema.json\"}",
                "{\"type\": \"object\", \"properties\": {\"a\": {\"pattern\": \"(?=a)\"}}}",
                "{\"type\": \"array\"}"
            })
    void aSchemaThatCannotBeTrustedIsRefused(String schema) {
        define(admin, null, schema)
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid"))
                .body("violations.field", hasItem(startsWith("schema#/")));

        as(admin).get(TYPES + name).then().statusCode(404);
    }

    @Test
    void thePlatformsOwnKindsStayItsOwn() {
        for (var own : List.of("purchase", "message-received", "issue-opened")) {
            as(admin)
                    .body(definition(PLATE))
                    .put(TYPES + own)
                    .then()
                    .statusCode(422)
                    .body("violations.field", contains("name"));
        }
    }

    @Test
    void aTemplateThatIsNotClosedIsRefused() {
        var definition = definition(PLATE).replace("Tyre hotel[: {plate}]", "Tyre hotel[: {plate}");

        as(admin)
                .body(definition)
                .put(TYPES + name)
                .then()
                .statusCode(422)
                .body("violations.field", contains("titles.en"));
    }

    @Test
    void everybodyOfTheHouseReadsTypesAndAdministratorsDefineThem() {
        define(admin, null, PLATE).statusCode(201);

        for (var reader : List.of(Api.jenni(), TestTokens.person("seller", "colleague"), Api.backOffice())) {
            as(reader).get(TYPES + name).then().statusCode(200);
            as(reader).queryParam("limit", 200).get(TYPES).then().statusCode(200);
            define(reader, "\"1\"", PLATE).statusCode(403);
        }
        as(TestTokens.client("figures", "analytics:read"))
                .get(TYPES + name)
                .then()
                .statusCode(403);
        as(Api.jenni()).get(TYPES + "none").then().statusCode(404);
        as(Api.jenni()).get(TYPES + "none/versions").then().statusCode(404);
        RestAssured.get(TYPES).then().statusCode(401);
        RestAssured.get(TYPES + name).then().statusCode(401);
        RestAssured.get(TYPES + name + "/versions").then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body(definition(PLATE))
                .put(TYPES + name)
                .then()
                .statusCode(401);
    }

    @Test
    void theListIsPaged() {
        define(admin, null, PLATE).statusCode(201);
        var other = new TypeResourceTest();
        other.define(admin, null, PLATE).statusCode(201);

        String next = as(admin)
                .queryParam("limit", 1)
                .get(TYPES)
                .then()
                .statusCode(200)
                .extract()
                .path("next");

        as(admin)
                .queryParams(Map.of("limit", 200, "after", next))
                .get(TYPES)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(1));
    }

    private ValidatableResponse define(String token, String ifMatch, String schema) {
        var request = as(token).body(definition(schema));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(TYPES + name)
                .then();
    }

    private static String definition(String schema) {
        return """
                {"titles": {"fi": "Rengashotelli[: {plate}]", "sv": "Däckhotell[: {plate}]",
                            "en": "Tyre hotel[: {plate}]"},
                 "schema": %s,
                 "shown": [{"field": "plate", "label": {"fi": "Rekisteri", "sv": "Register", "en": "Plate"}}]}
                """.formatted(schema);
    }

    private ValidatableResponse push(String data) {
        return as(Api.backOffice())
                .body("""
                        {"system": "garage", "externalId": "%s", "kind": "%s", "occurredAt": "2026-11-18T12:00:00Z",
                         "data": %s, "customer": {"handles": [{"kind": "email", "value": "%s"}]}}
                        """.formatted(UUID.randomUUID(), name, data, address))
                .post("/api/v1/touchpoints")
                .then();
    }

    private static RequestSpecification as(String token) {
        return Api.as(token);
    }
}
