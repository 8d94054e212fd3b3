/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class FactResourceTest {
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void whatACustomerWritesIsKnownAndShownAtAGlance() {
        var id = customerWhoWrites("Tilaus 55012 ei ole tullut. Osoitteeni on Kauppakatu 5 A 12, 40100 Jyväskylä.");

        var facts = facts(id);
        assertEquals("55012", facts.get("items.find { it.kind == 'order-number' }.value"));
        assertEquals("message", facts.get("items.find { it.kind == 'order-number' }.source.type"));
        assertEquals(false, facts.get("items.find { it.kind == 'order-number' }.proven"));
        assertEquals("Kauppakatu 5 A 12, 40100 Jyväskylä", facts.get("items.find { it.kind == 'address' }.value"));
        assertEquals("fi", facts.get("items.find { it.kind == 'language' }.value"));
        List<String> glance = Api.glance(id).getList("facts.kind");
        assertTrue(glance.containsAll(List.of("order-number", "address", "matter")), glance::toString);
    }

    @Test
    void anEventThatComesTwiceIsLearntOnce() {
        var feed = ConversationFeed.provenMail(address).opened("Tilaus").received("Tilaus 55013 puuttuu");
        feed.again().tellLastAgain();
        var id = customer();
        Api.eventually(() ->
                assertEquals(1, (int) facts(id).<Integer>get("items.find { it.kind == 'order-number' }.sources")));
    }

    @Test
    void anAgentsWordWinsOverWhatWasSaid() {
        var id = customerWhoWrites("Osoitteeni on Kauppakatu 5, 40100 Jyväskylä.");

        enter(id, "address", "Puistokatu 3, 15100 Lahti")
                .statusCode(201)
                .body("value", equalTo("Puistokatu 3, 15100 Lahti"))
                .body("proven", equalTo(true))
                .body("current", equalTo(true))
                .body("source.type", equalTo("agent"))
                .body("source.by", notNullValue());

        assertEquals(
                List.of("Puistokatu 3, 15100 Lahti"),
                facts(id).getList("items.findAll { it.kind == 'address' && it.current }.value"));
    }

    @Test
    void whatIsWithdrawnIsGoneUntilItIsSaidAgain() {
        var feed = ConversationFeed.provenMail(address).opened("Tilaus").received("Tilaus 55014 puuttuu");
        var id = customer();
        Api.eventually(() -> assertNotNull(facts(id).get("items.find { it.value == '55014' }")));
        var factId = facts(id).getString("items.find { it.value == '55014' }.factId");

        Api.as(Api.jenni()).delete(path(id) + "/" + factId).then().statusCode(204);

        Api.as(Api.jenni()).get(path(id)).then().body("items.value", not(hasItem("55014")));
        Api.as(Api.jenni()).delete(path(id) + "/" + factId).then().statusCode(404);
        feed.received("Siis tilaus 55014");
        Api.eventually(() -> assertNotNull(facts(id).get("items.find { it.value == '55014' }")));
    }

    @Test
    void whatAgentsEnterHasToBeOneOfItsKind() {
        var id = purchaser(Map.of());

        enter(id, "business-id", "1572860-0").statusCode(201).body("value", equalTo("1572860-0"));
        enter(id, "phone", "040 123 4567").statusCode(201).body("value", equalTo("+358401234567"));
        enter(id, "business-id", "1572860-1").statusCode(422);
        enter(id, "payment-reference", "1234562").statusCode(422);
        enter(id, "iban", "FI21 1234 5600 0007 86").statusCode(422);
        enter(id, "date", "tomorrow").statusCode(422);
        enter(id, "shoe-size", "45").statusCode(422);
        enter(id, "device", "card 4111 1111 1111 1111").statusCode(422);
        enter(id, "device", " ").statusCode(422);
    }

    @Test
    void accountNumbersAreShownToAgentsWhoAsk() {
        var id = purchaser(Map.of());
        enter(id, "iban", "FI21 1234 5600 0007 85").statusCode(201);

        assertEquals("…85", facts(id).get("items.find { it.kind == 'iban' }.shown"));
        Api.as(Api.jenni())
                .get(path(id) + "?reveal=true")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'iban' }.value", equalTo("FI2112345600000785"));
        Api.as(TestTokens.client("reader", "customers:read"))
                .get(path(id) + "?reveal=true")
                .then()
                .statusCode(403);
        assertFalse(
                Api.as(Api.jenni()).get("/api/v1/customers/" + id).asString().contains("FI2112345600000785"));
    }

    @Test
    void ordersAreProvenAndTheirPromisesSetAgainstDeliveries() {
        var id = purchaser(Map.of("promisedDelivery", "2026-11-20"));
        assertEquals(true, facts(id).get("items.find { it.kind == 'order-number' }.proven"));
        assertEquals("overdue", expectations(id).get("items[0].state"));

        var delivery = new HashMap<>(Api.purchase("delivery-" + number, number, address));
        delivery.put("kind", "delivery");
        delivery.put("title", "Delivered");
        delivery.put("occurredAt", "2026-11-22T10:00:00Z");
        delivery.put("data", Map.of("orderNumber", "order-" + number));
        Api.push(delivery).then().statusCode(201);

        var expectation = expectations(id);
        assertEquals("delivery", expectation.get("items[0].subject"));
        assertEquals("late", expectation.get("items[0].state"));
        assertEquals(2, (int) expectation.<Integer>get("items[0].gapDays"));
        assertEquals("2026-11-22", expectation.get("items[0].experienced"));
    }

    @Test
    void anAgentsPromiseIsAnExpectation() {
        ConversationFeed.provenMail(address)
                .opened("Tilaus")
                .received("Milloin tulee?")
                .sent("jenni", "Toimitus 2 päivän kuluessa.");
        var id = customer();
        Api.eventually(() -> assertEquals("delivery", expectations(id).get("items[0].subject")));
        assertEquals("open", expectations(id).get("items[0].state"));
        assertEquals("message", expectations(id).get("items[0].source.type"));
    }

    @Test
    void withoutAProperTokenNobodyIsLetIn() {
        var id = UUID.randomUUID();
        RestAssured.get(path(id)).then().statusCode(401);
        RestAssured.get("/api/v1/customers/" + id + "/expectations").then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(path(id))
                .then()
                .statusCode(401);
        RestAssured.delete(path(id) + "/" + id).then().statusCode(401);
    }

    @Test
    void onlyWhoMeetsCustomersReadsAndOnlyAgentsWrite() {
        var id = purchaser(Map.of());
        var writer = TestTokens.client("writer", "customers:write");
        var reader = TestTokens.client("reader", "customers:read");
        Api.as(writer).get(path(id)).then().statusCode(403);
        Api.as(reader).get(path(id)).then().statusCode(200);
        Api.as(reader)
                .body(Map.of("kind", "device", "value", "x"))
                .post(path(id))
                .then()
                .statusCode(403);
        Api.as(reader).delete(path(id) + "/" + id).then().statusCode(403);
        Api.as(writer).get("/api/v1/customers/" + id + "/expectations").then().statusCode(403);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        var nobody = UUID.randomUUID();
        Api.as(Api.jenni()).get(path(nobody)).then().statusCode(404);
        Api.as(Api.jenni())
                .get("/api/v1/customers/" + nobody + "/expectations")
                .then()
                .statusCode(404);
        Api.as(Api.jenni()).delete(path(nobody) + "/" + nobody).then().statusCode(404);
        enter(nobody, "device", "iPhone 13").statusCode(404);
    }

    private UUID customerWhoWrites(String text) {
        ConversationFeed.provenMail(address).opened("Hei").received(text);
        var id = customer();
        Api.eventually(() -> assertFalse(facts(id).getList("items").isEmpty()));
        return id;
    }

    private UUID customer() {
        Api.eventually(() -> assertNotNull(Api.customerOf(address)));
        return Api.customerOf(address);
    }

    private UUID purchaser(Map<String, Object> more) {
        var purchase = Api.purchase("order-" + number, number, address);
        Map<String, Object> data = new HashMap<>(Map.of("product", "Chainsaw CS-50", "orderNumber", "order-" + number));
        data.putAll(more);
        purchase.put("data", data);
        return UUID.fromString(
                Api.push(purchase).then().statusCode(201).extract().path("customerId"));
    }

    private static ValidatableResponse enter(UUID id, String kind, String value) {
        return Api.as(Api.jenni())
                .body(Map.of("kind", kind, "value", value))
                .post(path(id))
                .then();
    }

    private static JsonPath facts(UUID id) {
        return Api.as(Api.jenni())
                .get(path(id))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath expectations(UUID id) {
        return Api.as(Api.jenni())
                .get("/api/v1/customers/" + id + "/expectations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String path(UUID id) {
        return "/api/v1/customers/" + id + "/facts";
    }
}
