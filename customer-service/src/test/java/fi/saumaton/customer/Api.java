/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;

/** The service's REST interface, as agents and the shop's back office use it. */
public final class Api {
    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").accept("application/json");
    }

    public static String jenni() {
        return TestTokens.person("jenni", "agent");
    }

    public static String sami() {
        return TestTokens.person("sami", "agent");
    }

    public static String backOffice() {
        return TestTokens.client("shop-backoffice", "customers:read", "customers:write");
    }

    /** The customer who has the e-mail address; null when nobody has. */
    public static UUID customerOf(String address) {
        var id = as(jenni())
                .queryParam("handle", "email:" + address)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0]?.customerId");
        return id == null ? null : UUID.fromString(id);
    }

    public static JsonPath glance(UUID customerId) {
        return as(jenni())
                .get("/api/v1/customers/" + customerId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath glance(String customerId) {
        return glance(UUID.fromString(customerId));
    }

    /** A chainsaw, bought by the customer with the number and the address. */
    public static Map<String, Object> purchase(String order, String number, String address) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("system", "shop");
        body.put("externalId", order);
        body.put("kind", "purchase");
        body.put("occurredAt", Instant.parse("2026-11-18T12:00:00Z").toString());
        body.put("title", "Chainsaw CS-50");
        body.put(
                "data",
                Map.of(
                        "product",
                        "Chainsaw CS-50",
                        "sku",
                        "CS-50",
                        "orderNumber",
                        order,
                        "amountCents",
                        38900,
                        "currency",
                        "EUR"));
        body.put(
                "customer",
                Map.of(
                        "displayName",
                        "Mikko",
                        "handles",
                        List.of(
                                Map.of("kind", "customer-number", "value", number),
                                Map.of("kind", "email", "value", address))));
        return body;
    }

    public static Response push(Map<String, Object> touchpoint) {
        return as(backOffice()).body(touchpoint).post("/api/v1/touchpoints");
    }

    /** Kafka takes a moment. */
    public static void eventually(ThrowingRunnable assertions) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertions);
    }
}
