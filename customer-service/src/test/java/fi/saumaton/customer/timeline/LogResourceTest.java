/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** People who meet customers log what happened. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class LogResourceTest {
    private static final Map<String, Object> VISIT = Map.of(
            "kind", "visit",
            "occurredAt", "2026-11-20T09:30:00Z",
            "data", Map.of("purpose", "Tried a brush cutter", "place", "Tampere"));

    private final String seller = TestTokens.person("seller-" + UUID.randomUUID(), "colleague");
    private UUID customerId;

    @BeforeEach
    void aCustomer() {
        var address = "mikko-" + UUID.randomUUID() + "@example.test";
        customerId = UUID.fromString(Api.push(Api.purchase(
                        "order-" + UUID.randomUUID(), UUID.randomUUID().toString(), address))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin", "colleague"})
    void everyoneWhoMeetsCustomersLogs(String role) {
        log(TestTokens.person("somebody-" + role, role), VISIT).statusCode(201).body("customerId", nullValue());

        var glance = Api.glance(customerId);
        assertEquals("visit", glance.getString("timeline[0].kind"));
        assertEquals("visit", glance.getString("timeline[0].channelKind"));
        assertEquals("Visit: Tried a brush cutter, Tampere", glance.getString("timeline[0].title"));
        assertEquals("agent", glance.getString("timeline[0].author.type"));
        assertEquals(TestTokens.subject("somebody-" + role).toString(), glance.getString("timeline[0].author.id"));
    }

    @Test
    void theSameKeyLogsOnce() {
        String first = log(seller, VISIT, "key-1").statusCode(201).extract().path("touchpointId");

        log(seller, VISIT, "key-1").statusCode(201).body("touchpointId", equalTo(first));

        assertEquals(List.of("visit", "purchase"), Api.glance(customerId).getList("timeline.kind"));
    }

    @Test
    void whatIsNoKindOfPeoplesOrDoesNotFitIsRefused() {
        log(seller, Map.of("kind", "invoice", "occurredAt", "2026-11-20T09:30:00Z"))
                .statusCode(422);
        log(seller, Map.of("kind", "note", "occurredAt", "2026-11-20T09:30:00Z"))
                .statusCode(422)
                .body("violations.field", hasItem("data.text"));
    }

    @Test
    void itsWriterTakesItBack() {
        String id = log(seller, VISIT).extract().path("touchpointId");

        remove(TestTokens.person("other", "colleague"), customerId, id).statusCode(404);
        remove(Api.jenni(), UUID.randomUUID(), id).statusCode(404);
        remove(seller, customerId, id).statusCode(204);

        assertEquals(List.of("purchase"), Api.glance(customerId).getList("timeline.kind"));
    }

    @Test
    void aSupervisorTakesItBack() {
        String id = log(seller, VISIT).extract().path("touchpointId");

        remove(TestTokens.person("lead", "supervisor"), customerId, id).statusCode(204);

        assertEquals(List.of("purchase"), Api.glance(customerId).getList("timeline.kind"));
    }

    @Test
    void whatASystemSentIsNotTakenBackByHand() {
        var purchase = Api.glance(customerId).getString("timeline[0].touchpointId");

        remove(TestTokens.person("lead", "supervisor"), customerId, purchase).statusCode(404);
    }

    @Test
    void noSystemPassesForAPerson() {
        var body = Api.purchase("order", UUID.randomUUID().toString(), "mikko@example.test");
        body.put("system", "person");

        Api.push(body).then().statusCode(422);
    }

    @Test
    void onlyPeopleLogAndOnlyForThoseWhoAreThere() {
        customerId = UUID.randomUUID();
        log(seller, VISIT).statusCode(404);
        log(Api.backOffice(), VISIT).statusCode(403);
        log(TestTokens.person("boss", "manager"), VISIT).statusCode(403);
        RestAssured.given()
                .contentType("application/json")
                .body(VISIT)
                .post("/api/v1/customers/" + customerId + "/touchpoints")
                .then()
                .statusCode(401);
        RestAssured.delete("/api/v1/customers/" + customerId + "/touchpoints/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        remove(Api.backOffice(), customerId, UUID.randomUUID().toString()).statusCode(403);
    }

    private ValidatableResponse log(String token, Map<String, Object> entry) {
        return log(token, entry, UUID.randomUUID().toString());
    }

    private ValidatableResponse log(String token, Map<String, Object> entry, String key) {
        return Api.as(token)
                .header("Idempotency-Key", key)
                .body(entry)
                .post("/api/v1/customers/" + customerId + "/touchpoints")
                .then();
    }

    private static ValidatableResponse remove(String token, UUID customer, String touchpointId) {
        return Api.as(token)
                .delete("/api/v1/customers/" + customer + "/touchpoints/" + touchpointId)
                .then();
    }
}
