/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A system sends an entry anew and takes it back; the newest version wins. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class TouchpointVersionTest {
    private static final String TOUCHPOINTS = "/api/v1/touchpoints";

    private final String order = "order-" + UUID.randomUUID();
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void aNewerVersionReplacesAnOlderOne() {
        String id = push(version(1, "Chainsaw CS-50")).statusCode(201).extract().path("touchpointId");

        push(version(2, "Chain oil"))
                .statusCode(200)
                .body("outcome", equalTo("changed"))
                .body("touchpointId", equalTo(id));

        assertEquals(List.of("Chain oil"), titles());
        assertEquals(List.of("Chain oil"), products());
        var told = Topics.await(
                1,
                event -> event.type().equals("fi.saumaton.customer.touchpoint-changed.v1")
                        && event.data().path("externalId").asText().equals(order));
        assertEquals(2, told.getFirst().data().path("version").asLong());
        assertEquals(id, told.getFirst().data().path("touchpointId").asText());
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        push(version(2, "Chain oil")).statusCode(201);

        push(version(1, "Chainsaw CS-50")).statusCode(200).body("outcome", equalTo("outdated"));

        assertEquals(List.of("Chain oil"), titles());
        assertEquals(List.of("Chain oil"), products());
    }

    @Test
    void aVersionMovesTheEntryInTimeAndToAnotherCustomer() {
        push(version(1, "Chainsaw CS-50")).statusCode(201);
        var first = Api.customerOf(address);
        var other = "jenni-" + UUID.randomUUID() + "@example.test";
        var moved = version(2, "Chainsaw CS-50");
        moved.put("occurredAt", "2026-11-19T12:00:00Z");
        moved.put("customer", Map.of("handles", List.of(Map.of("kind", "email", "value", other))));

        push(moved).statusCode(200).body("outcome", equalTo("changed"));

        assertEquals(List.of(), Api.glance(first).getList("timeline"));
        var entry = Api.glance(Api.customerOf(other));
        assertEquals("2026-11-19T12:00:00Z", entry.getString("timeline[0].occurredAt"));
        var told = Topics.await(
                1,
                event -> event.type().equals("fi.saumaton.customer.touchpoint-removed.v1")
                        && event.data().path("externalId").asText().equals(order));
        assertEquals(first, told.getFirst().key());
    }

    @Test
    void whateverTheOrderOfArrivalTheNewestStands() throws Exception {
        List<Callable<Integer>> versions = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> (Callable<Integer>)
                        () -> push(version(n, "Version " + n)).extract().statusCode())
                .toList();
        try (var callers = Executors.newFixedThreadPool(6)) {
            for (var answer : callers.invokeAll(versions)) {
                assertTrue(answer.get() == 200 || answer.get() == 201, "status " + answer.get());
            }
        }

        assertEquals(List.of("Version 12"), titles());
    }

    @Test
    void anotherCallerChangesNothing() {
        push(version(1, "Chainsaw CS-50")).statusCode(201);

        Api.as(TestTokens.client("till", "customers:write"))
                .body(version(2, "Chain oil"))
                .post(TOUCHPOINTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:touchpoint-conflict"));

        assertEquals(List.of("Chainsaw CS-50"), titles());
    }

    @Test
    void whatIsTakenAwayIsGoneWithItsFacts() {
        push(version(1, "Chainsaw CS-50")).statusCode(201);
        var customerId = Api.customerOf(address);

        remove(Api.backOffice(), null).statusCode(200).body("outcome", equalTo("removed"));

        assertEquals(List.of(), Api.glance(customerId).getList("timeline"));
        assertEquals(List.of(), products());
        Topics.await(
                1,
                event -> event.type().equals("fi.saumaton.customer.touchpoint-removed.v1")
                        && event.key().equals(customerId)
                        && event.data().path("externalId").asText().equals(order));
        remove(Api.backOffice(), null).statusCode(200).body("outcome", equalTo("removed"));
        push(version(1, "Chainsaw CS-50")).statusCode(200).body("outcome", equalTo("outdated"));
        push(version(2, "Chainsaw CS-50")).statusCode(201).body("outcome", equalTo("recorded"));
        assertEquals(List.of("Chainsaw CS-50"), titles());
    }

    @Test
    void aRemovalMayComeBeforeWhatItRemoves() {
        remove(Api.backOffice(), 2L).statusCode(200).body("outcome", equalTo("removed"));

        push(version(1, "Chainsaw CS-50")).statusCode(200).body("outcome", equalTo("outdated"));

        assertEquals(null, Api.customerOf(address));
    }

    @Test
    void ofARemovalAndItsEntryAtTheSameMomentNothingStays() throws Exception {
        try (var callers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 25; i++) {
                var name = order + "-" + i;
                var body = version(1, "Chainsaw CS-50");
                body.put("externalId", name);
                Callable<Integer> entry = () -> push(body).extract().statusCode();
                Callable<Integer> removal =
                        () -> remove(Api.backOffice(), name, 2L).extract().statusCode();
                for (var answer : callers.invokeAll(List.of(entry, removal))) {
                    assertTrue(answer.get() == 200 || answer.get() == 201, "status " + answer.get());
                }
            }
        }

        assertTrue(Api.customerOf(address) == null || titles().isEmpty(), "something stayed");
    }

    @Test
    void namesHaveNoControlCharacters() {
        for (var name : List.of("order\u0000", "order\t1", "order\n", "order\u0085")) {
            var external = version(1, "Chainsaw CS-50");
            external.put("externalId", name);
            push(external).statusCode(422).body("violations[0].field", equalTo("externalId"));
            var system = version(1, "Chainsaw CS-50");
            system.put("system", name);
            push(system).statusCode(422).body("violations[0].field", equalTo("system"));
            remove(Api.backOffice(), name, 1L).statusCode(422);
            Api.as(Api.backOffice())
                    .queryParams("system", name, "externalId", order)
                    .delete(TOUCHPOINTS)
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void anOlderRemovalLeavesTheNewerVersion() {
        push(version(3, "Chain oil")).statusCode(201);

        remove(Api.backOffice(), 2L).statusCode(200).body("outcome", equalTo("outdated"));

        assertEquals(List.of("Chain oil"), titles());
    }

    @Test
    void anotherCallersEntryIsNotThere() {
        push(version(1, "Chainsaw CS-50")).statusCode(201);

        remove(TestTokens.client("till", "customers:write"), null).statusCode(404);
        assertEquals(List.of("Chainsaw CS-50"), titles());

        remove(TestTokens.person("admin", "admin"), null).statusCode(200);
        assertEquals(List.of(), titles());
    }

    @Test
    void onlyWritersTakeAway() {
        remove(Api.backOffice(), null).statusCode(404);
        remove(Api.jenni(), null).statusCode(403);
        remove(TestTokens.person("seller", "colleague"), null).statusCode(403);
        RestAssured.given()
                .queryParams("system", "shop", "externalId", order)
                .delete(TOUCHPOINTS)
                .then()
                .statusCode(401);
        Api.as(Api.backOffice()).delete(TOUCHPOINTS).then().statusCode(422);
    }

    @Test
    void aTimeOfNoTimelineIsRefused() {
        var body = version(1, "Chainsaw CS-50");
        body.put("occurredAt", "+12026-11-18T12:00:00Z");

        push(body).statusCode(422).body("violations[0].field", equalTo("occurredAt"));
    }

    private ValidatableResponse remove(String token, Long version) {
        return remove(token, order, version);
    }

    private static ValidatableResponse remove(String token, String externalId, Long version) {
        var request = Api.as(token).queryParams("system", "shop", "externalId", externalId);
        return (version == null ? request : request.queryParam("version", version))
                .delete(TOUCHPOINTS)
                .then();
    }

    private Map<String, Object> version(long version, String product) {
        var body = Api.purchase(order, number, address);
        body.put("version", version);
        body.put("title", product);
        body.put("data", Map.of("product", product));
        return body;
    }

    private List<String> titles() {
        return Api.glance(Api.customerOf(address)).getList("timeline.title");
    }

    private List<String> products() {
        return Api.as(Api.jenni())
                .get("/api/v1/customers/" + Api.customerOf(address) + "/facts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.kind == 'product' }.value");
    }

    private static ValidatableResponse push(Map<String, Object> touchpoint) {
        return Api.push(touchpoint).then();
    }
}
