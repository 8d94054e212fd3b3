/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** A company's history moves in, line by line. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ImportResourceTest {
    private static final String IMPORT = "/api/v1/touchpoints/import";

    private final String run = UUID.randomUUID().toString();
    private final String address = "mikko-" + run + "@example.test";

    @Test
    void everyLineIsAnsweredAndRepeatingIsHarmless() {
        var first = take(lines(600, this::visit));

        assertEquals(600, first.getInt("outcomes.recorded"));
        assertEquals(IntStream.rangeClosed(1, 600).boxed().toList(), first.getList("lines.line"));
        var customerId = Api.customerOf(address);
        assertEquals("Visit: Number 599", Api.glance(customerId).getString("timeline[0].title"));

        var again = take(lines(600, this::visit));

        assertEquals(600, again.getInt("outcomes.unchanged"));
        assertEquals(first.getList("lines.touchpointId"), again.getList("lines.touchpointId"));
        assertEquals(600, timelineLength(customerId));
    }

    @Test
    void ofARecycledHandleEverybodyGetsTheirOwn() {
        take(visit(0));
        var before = Api.customerOf(address);
        var after = Api.as(TestTokens.person("supervisor", "supervisor"))
                .body(Map.of("handle", Map.of("kind", "email", "value", address), "reason", "Recycled"))
                .post("/api/v1/handles/endings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getUUID("customerIds[0]");
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        take(String.join("\n", visit(1), visit(2).replace("2020-01-01T00:02:00Z", tomorrow)));

        assertEquals(2, timelineLength(before));
        assertEquals(1, timelineLength(after));
    }

    @Test
    void whatCannotBeAnEntryIsRefusedByItselfAndSaysWhy() {
        var lines = String.join(
                "\n",
                visit(0),
                "{\"system\": ",
                "",
                visit(1).replace("\"visit\"", "\"invoice\""),
                visit(2).replace("email", "carrier pigeon"),
                visit(3).replace("2020-01-01T00:03:00Z", "yesterday"),
                "null",
                visit(4).replace(address, "no address"),
                visit(5));

        var answer = take(lines);

        assertEquals(List.of(1, 2, 4, 5, 6, 7, 8, 9), answer.getList("lines.line"));
        assertEquals(
                List.of("recorded", "refused", "refused", "refused", "refused", "refused", "refused", "recorded"),
                answer.getList("lines.outcome"));
        assertEquals("urn:saumaton:problem:bad-request", answer.getString("lines[1].problem.type"));
        assertEquals("data.amountCents", answer.getString("lines[2].problem.violations[0].field"));
        assertEquals("customer.handles[0].kind", answer.getString("lines[3].problem.violations[0].field"));
        assertEquals("urn:saumaton:problem:bad-request", answer.getString("lines[4].problem.type"));
        assertEquals("urn:saumaton:problem:bad-request", answer.getString("lines[5].problem.type"));
        assertEquals("urn:saumaton:problem:invalid-handle", answer.getString("lines[6].problem.type"));
        assertEquals(6, answer.getInt("outcomes.refused"));
        assertEquals(2, timelineLength(Api.customerOf(address)));
    }

    @Test
    void whatWasCutOffHalfWayIsSentAgainAsItWas() {
        var whole = lines(500, this::visit);
        var half = whole.substring(0, whole.length() / 2);

        var cut = take(half);

        assertEquals(1, cut.getInt("outcomes.refused"));
        int stored = cut.getInt("outcomes.recorded");

        var again = take(whole);

        assertEquals(stored, again.getInt("outcomes.unchanged"));
        assertEquals(500 - stored, again.getInt("outcomes.recorded"));
        assertNull(again.get("outcomes.refused"));
        assertEquals(500, timelineLength(Api.customerOf(address)));
    }

    @Test
    void aLineThatBreaksDownLeavesNothingBehind() throws IOException {
        var body = lines(300, this::visit).getBytes(StandardCharsets.UTF_8);
        try (var line = new Socket("localhost", RestAssured.port)) {
            var head = "POST " + IMPORT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Api.backOffice()
                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + body.length + "\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().write(body, 0, body.length / 2);
        }

        assertEquals(300, take(new String(body, StandardCharsets.UTF_8)).getInt("outcomes.recorded"));
    }

    @Test
    void aKeyThatComesTwiceIsComparedByItsVersion() {
        var older = visit(0).replace("{\"system\"", "{\"version\": 1, \"system\"");
        var newer = older.replace("\"version\": 1", "\"version\": 2").replace("Number 0", "Number 1000");

        assertEquals(
                List.of("recorded", "outdated", "unchanged"),
                take(String.join("\n", newer, older, newer)).getList("lines.outcome"));
        assertEquals("Visit: Number 1000", Api.glance(Api.customerOf(address)).getString("timeline[0].title"));
    }

    @Test
    void whatAnotherCallerRecordedIsRefused() {
        take(visit(0));

        post(
                        TestTokens.client("till", "customers:write"),
                        visit(0).replace("{\"system\"", "{\"version\": 1, \"system\""))
                .statusCode(200)
                .body("lines[0].outcome", equalTo("refused"))
                .body("lines[0].problem.type", equalTo("urn:saumaton:problem:touchpoint-conflict"));
    }

    @Test
    void historyIsNotTold() {
        take(lines(300, this::visit));
        var customerId = Api.customerOf(address);
        var marker = "order-" + run;
        Api.push(Api.purchase(marker, run, address)).then().statusCode(201);

        List<String> told = new ArrayList<>();
        Topics.await(1, event -> {
            if (event.key().equals(customerId)) {
                told.add(event.type() + " " + event.data().path("externalId").asText());
            }
            return event.key().equals(customerId)
                    && event.data().path("externalId").asText().equals(marker);
        });

        assertEquals(
                1,
                told.stream()
                        .filter(event -> event.startsWith("fi.saumaton.customer.created.v1"))
                        .count());
        assertEquals(
                List.of("fi.saumaton.customer.touchpoint-recorded.v1 " + marker),
                told.stream().filter(event -> event.contains("touchpoint")).toList());
    }

    @Test
    void purchasesMakeCustomersAndTheirDataAreFacts() {
        take(visit(0).replace("\"visit\"", "\"purchase\"").replace("\"purpose\"", "\"product\""));

        var glance = Api.glance(Api.customerOf(address));
        assertEquals("customer", glance.getString("stage"));
        assertEquals("Purchase: Number 0", glance.getString("facts[0].value"));
    }

    @Test
    void aRequestHasItsLimits() {
        post(Api.backOffice(), "{}\n".repeat(10_001)).statusCode(422).body("limit", equalTo(10_000));
        assertEquals(10_000, take("null\n".repeat(10_000)).getInt("outcomes.refused"));
        Api.as(Api.backOffice()).body(visit(0)).post(IMPORT).then().statusCode(415);
    }

    @Test
    void onlyWritersImport() {
        post(Api.jenni(), visit(0)).statusCode(403);
        post(TestTokens.client("reader", "customers:read"), visit(0)).statusCode(403);
        RestAssured.given()
                .contentType("application/x-ndjson")
                .body(visit(0).getBytes(StandardCharsets.UTF_8))
                .post(IMPORT)
                .then()
                .statusCode(401);
        assertNull(Api.customerOf(address));
    }

    private static ValidatableResponse post(String token, String lines) {
        return Api.as(token)
                .contentType("application/x-ndjson; charset=utf-8")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(IMPORT)
                .then();
    }

    private static JsonPath take(String lines) {
        return post(Api.backOffice(), lines).statusCode(200).extract().jsonPath();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private String visit(int n) {
        return """
                {"system": "old-crm", "externalId": "%s-%d", "kind": "visit", "occurredAt": "2020-01-01T%02d:%02d:00Z", \
                "data": {"purpose": "Number %d"}, "customer": {"handles": [{"kind": "email", "value": "%s"}]}}\
                """.formatted(run, n, n / 60, n % 60, n, address);
    }

    private static int timelineLength(UUID customerId) {
        int length = 0;
        String after = "";
        while (after != null) {
            var page = Api.as(Api.jenni())
                    .queryParam("limit", 200)
                    .queryParam("after", after)
                    .get("/api/v1/customers/" + customerId + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            length += page.getList("items").size();
            after = page.getString("next");
        }
        return length;
    }
}
