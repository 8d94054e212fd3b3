/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class CustomerResourceTest {
    private static final String CUSTOMERS = "/api/v1/customers/";
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void aPartnerWithTheScopeAndASupervisorMayRead() {
        var id = customer();

        for (var token :
                List.of(TestTokens.client("reader", "customers:read"), TestTokens.person("supervisor", "supervisor"))) {
            Api.as(token)
                    .get(CUSTOMERS + id)
                    .then()
                    .statusCode(200)
                    .body("customerId", equalTo(id.toString()))
                    .body("verified", equalTo(true));
        }
    }

    @Test
    void withoutAProperTokenNobodyIsLetIn() {
        var id = customer();

        RestAssured.get(CUSTOMERS + id).then().statusCode(401);
        RestAssured.get(CUSTOMERS + id + "/timeline").then().statusCode(401);
        RestAssured.get(CUSTOMERS + "?handle=email:" + address).then().statusCode(401);
        Api.as(TestTokens.forged("jenni", "agent")).get(CUSTOMERS + id).then().statusCode(401);
        Api.as(TestTokens.expired("jenni", "agent")).get(CUSTOMERS + id).then().statusCode(401);
    }

    @Test
    void whoeverDoesNotMeetCustomersMayNotRead() {
        var id = customer();

        for (var token :
                List.of(TestTokens.person("manager", "manager"), TestTokens.client("writer", "customers:write"))) {
            Api.as(token).get(CUSTOMERS + id).then().statusCode(403);
            Api.as(token).get(CUSTOMERS + id + "/timeline").then().statusCode(403);
            Api.as(token).get(CUSTOMERS + "?handle=email:" + address).then().statusCode(403);
        }
    }

    @Test
    void whoIsNotThereIsNotFound() {
        for (var path : List.of(UUID.randomUUID().toString(), UUID.randomUUID() + "/timeline", "not-a-uuid")) {
            Api.as(Api.jenni())
                    .get(CUSTOMERS + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:saumaton:problem:not-found"));
        }
    }

    @Test
    void aHandleFindsItsCustomerHoweverItIsSpelled() {
        var id = customer();

        Api.as(Api.jenni())
                .queryParam("handle", "email: " + address.toUpperCase(Locale.ROOT))
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].customerId", equalTo(id.toString()))
                .body("items[0].displayName", equalTo("Mikko"))
                .body("next", nullValue());
        Api.as(Api.jenni())
                .queryParam("handle", "email:nobody-" + address)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aHandleThatIsNoneIsInvalid() {
        for (var handle : List.of("email:nonsense", "nonsense", "")) {
            Api.as(Api.jenni())
                    .queryParam("handle", handle)
                    .get(CUSTOMERS)
                    .then()
                    .statusCode(422);
        }
        Api.as(Api.jenni()).get(CUSTOMERS).then().statusCode(422);
    }

    @Test
    void theTimelineIsReadInPagesWithoutGapsOrRepeats() {
        var id = customer();
        var start = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 1; i <= 6; i++) {
            var body = Api.purchase("order-" + number + "-" + i, number, address);
            body.put("kind", "delivery");
            body.put("title", "Parcel " + i);
            // Every second one at the same moment as the one before: the id decides.
            body.put("occurredAt", start.plusSeconds(60L * (i / 2)).toString());
            Api.push(body).then().statusCode(201);
        }

        List<String> titles = new ArrayList<>();
        String after = null;
        do {
            var request = Api.as(Api.jenni()).queryParam("limit", 2);
            if (after != null) {
                request.queryParam("after", after);
            }
            var page = request.get(CUSTOMERS + id + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            titles.addAll(page.getList("items.title"));
            after = page.getString("next");
        } while (after != null);

        assertEquals(
                List.of("Chainsaw CS-50", "Parcel 6", "Parcel 5", "Parcel 4", "Parcel 3", "Parcel 2", "Parcel 1"),
                titles);
    }

    @Test
    void aPageHasBoundsAndItsOwnCursors() {
        var path = CUSTOMERS + customer() + "/timeline";

        Api.as(Api.jenni()).queryParam("limit", 0).get(path).then().statusCode(422);
        Api.as(Api.jenni()).queryParam("limit", 201).get(path).then().statusCode(422);
        Api.as(Api.jenni())
                .queryParam("after", "nonsense")
                .get(path)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid"))
                .body("parameter", equalTo("after"));
    }

    @Test
    void anIdThatWasJoinedAnswersTheSurvivor() {
        // Two orders make two customers, a third one names both.
        var other = "other-" + address;
        var older = pushed(Api.purchase("order-a-" + number, number, address));
        var younger = pushed(withHandles("order-b-" + number, List.of(email(other))));
        assertEquals(false, older.equals(younger));

        var joined = pushed(withHandles("order-c-" + number, List.of(email(address), email(other))));

        assertEquals(older, joined, "the older one survives");
        var glance = Api.glance(younger);
        assertEquals(older, glance.getUUID("customerId"));
        assertEquals(3, glance.getList("timeline").size(), "both histories are one");
        assertEquals(older, Api.customerOf(other));
        Api.as(Api.jenni())
                .get(CUSTOMERS + younger + "/timeline")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        assertNull(glance.getString("timelineNext"));
    }

    private UUID customer() {
        return pushed(Api.purchase("order-" + number, number, address));
    }

    private static UUID pushed(Map<String, Object> touchpoint) {
        return Api.push(touchpoint).then().statusCode(201).extract().jsonPath().getUUID("customerId");
    }

    private Map<String, Object> withHandles(String order, List<Map<String, String>> handles) {
        var body = Api.purchase(order, number, address);
        body.put("customer", Map.of("handles", handles));
        return body;
    }

    private static Map<String, String> email(String value) {
        return Map.of("kind", "email", "value", value);
    }
}
