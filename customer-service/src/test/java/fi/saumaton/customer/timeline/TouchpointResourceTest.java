/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class TouchpointResourceTest {
    private final String order = "order-" + UUID.randomUUID();
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void aPurchaseMakesItsCustomerAndIsTold() {
        var recorded = Api.push(Api.purchase(order, number, address))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/customers/"))
                .extract()
                .jsonPath();

        var customerId = recorded.getUUID("customerId");
        assertEquals(customerId, Api.customerOf(address));
        var glance = Api.glance(customerId);
        assertEquals("Mikko", glance.getString("displayName"));
        assertEquals("customer", glance.getString("stage"));
        assertEquals(List.of("purchase"), glance.getList("timeline.kind"));
        assertEquals("Chainsaw CS-50", glance.getString("timeline[0].title"));
        assertEquals("CS-50", glance.getString("timeline[0].data.sku"));
        assertEquals("Chainsaw CS-50", glance.getString("facts[0].value"));
        assertEquals(List.of("order", "order"), glance.getList("handles.evidence"));
        var told = Topics.await(
                1,
                event -> event.key().equals(customerId)
                        && event.type().equals("fi.saumaton.customer.touchpoint-recorded.v1"));
        assertEquals(order, told.getFirst().data().path("externalId").asText());
    }

    @Test
    void sendingTheSameAgainAnswersTheSame() {
        var first = Api.push(Api.purchase(order, number, address)).then().statusCode(201);
        String touchpointId = first.extract().path("touchpointId");

        Api.push(Api.purchase(order, number, address))
                .then()
                .statusCode(200)
                .body("touchpointId", equalTo(touchpointId));

        assertEquals(1, Api.glance(Api.customerOf(address)).getList("timeline").size());
    }

    @Test
    void otherContentUnderTheSameNameIsAConflict() {
        Api.push(Api.purchase(order, number, address)).then().statusCode(201);
        var other = Api.purchase(order, number, address);
        other.put("title", "Chain oil");

        Api.push(other)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:touchpoint-conflict"));

        assertEquals("Chainsaw CS-50", Api.glance(Api.customerOf(address)).getString("timeline[0].title"));
    }

    @Test
    void aHandleThatIsNoneIsRefusedWithoutRepeatingIt() {
        var body = Api.purchase(order, number, "no address");

        Api.push(body)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid-handle"))
                .body("kind", equalTo("email"))
                .body("detail", not(containsString("no address")));
    }

    @Test
    void twoCustomerNumbersInOneOrderContradictEachOther() {
        var body = Api.purchase(order, number, address);
        body.put(
                "customer",
                Map.of("handles", List.of(handle("customer-number", number), handle("customer-number", "x" + number))));

        Api.push(body).then().statusCode(422).body("type", equalTo("urn:saumaton:problem:invalid-handle"));
    }

    @Test
    void whatBreaksARuleIsNamed() {
        var body = Api.purchase(order, number, address);
        body.put("kind", "message-received");
        body.put("title", " ");
        body.remove("occurredAt");

        Api.push(body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(containsString("kind")))
                .body("violations.field", hasItem(containsString("title")))
                .body("violations.field", hasItem(containsString("occurredAt")));
    }

    @Test
    void aVisitorsIdIsNotTheBackOfficesToName() {
        var body = Api.purchase(order, number, address);
        body.put("customer", Map.of("handles", List.of(handle("visitor", "v-1"))));

        Api.push(body).then().statusCode(422);
    }

    @Test
    void dataHasALimit() {
        var body = Api.purchase(order, number, address);
        body.put("data", new HashMap<>(Map.of("note", "x".repeat(40_000))));

        Api.push(body).then().statusCode(422).body("field", equalTo("data"));
    }

    @Test
    void hostileCharactersDoNoHarm() {
        var body = Api.purchase(order, number, address);
        body.put("data", Map.of("note", "nul \u0000 and '; drop table touchpoint; --"));

        Api.push(body).then().statusCode(201);

        assertEquals(
                "nul  and '; drop table touchpoint; --",
                Api.glance(Api.customerOf(address)).getString("timeline[0].data.note"));
    }

    @Test
    void unreadableJsonIsABadRequest() {
        Api.as(Api.backOffice())
                .body("{\"system\": ")
                .post("/api/v1/touchpoints")
                .then()
                .statusCode(400);
    }

    @Test
    void withoutATokenNobodyIsLetIn() {
        RestAssured.given()
                .contentType("application/json")
                .body(Api.purchase(order, number, address))
                .post("/api/v1/touchpoints")
                .then()
                .statusCode(401);
    }

    @Test
    void readersAndAgentsMayNotPush() {
        for (var token : List.of(TestTokens.client("reader", "customers:read"), Api.jenni())) {
            Api.as(token)
                    .body(Api.purchase(order, number, address))
                    .post("/api/v1/touchpoints")
                    .then()
                    .statusCode(403);
        }
        assertEquals(null, Api.customerOf(address));
    }

    private static Map<String, String> handle(String kind, String value) {
        return Map.of("kind", kind, "value", value);
    }
}
