/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class JourneyResourceTest {
    private static final String JOURNEYS = "/api/v1/journeys/";
    private static final Instant NOW = Instant.now();
    private final String unique = UUID.randomUUID().toString().substring(0, 13);
    private final String address = "mikko-" + unique + "@example.test";
    private final String manager = TestTokens.person("manager", "manager");

    @Inject
    JourneyService journeys;

    @Test
    void theJourneyIsExplainedAndItsHistoryKept() {
        var id = happened("purchase", 100);
        journey(id, Api.jenni())
                .statusCode(200)
                .body("stage", equalTo("active"))
                .body("stageName.fi", equalTo("Aktiivinen"))
                .body("reasons[0].entries[0].shown", equalTo("Chainsaw CS-50"))
                .body("risk.score", equalTo(0))
                .body("risk.level", equalTo("low"))
                .body("path.kind", contains("purchase"));
        keptBy(() -> journey(id, Api.sami()).body("history.stage", contains("active")));

        happened("complaint", 20);
        happened("complaint", 10);
        ConversationFeed.provenMail(address).opened("Saha").received("Milloin saan vastauksen?");
        journey(id, Api.jenni())
                .body("stage", equalTo("at-risk"))
                .body("risk.level", equalTo("high"))
                .body("risk.terms.find { it.key == 'complaints' }.sum", equalTo(6))
                .body("risk.terms.find { it.key == 'complaints' }.reason.entries", hasSize(2));
        keptBy(() -> journey(id, Api.sami())
                .body("history.stage", contains("at-risk", "active"))
                .body("path.kind", hasItems("purchase", "complaint", "message-received")));
    }

    @Test
    void nobodyKnowsTheJourneyOfNobody() {
        var id = UUID.randomUUID();

        journey(id, Api.jenni()).statusCode(404);
        RestAssured.get("/api/v1/customers/" + id + "/journey").then().statusCode(401);
        journey(id, TestTokens.client("writer", "customers:write")).statusCode(403);
        journey(id, manager).statusCode(403);
    }

    @Test
    void theGraphHidesSmallGroups() {
        var kind = "visit-" + unique;
        var rare = "rare-" + unique;
        for (int i = 0; i < 5; i++) {
            var who = i + address;
            push(kind, who, NOW.minus(Duration.ofDays(2)));
            push(kind, who, NOW.minus(Duration.ofDays(2)).plusSeconds(60));
            push(kind + "-after", who, NOW.minus(Duration.ofDays(2)).plusSeconds(60 + 100 * (i + 1)));
        }
        push(rare, "0" + address, NOW.minus(Duration.ofDays(1)));

        graph("touchpoints")
                .statusCode(200)
                .body("smallestGroup", equalTo(5))
                .body("incomplete", equalTo(true))
                .body("nodes.find { it.key == '%s' }.customers".formatted(kind), equalTo(5))
                .body("nodes.findAll { it.key == '%s' }".formatted(rare), hasSize(0))
                .body("edges.findAll { it.to == '%s' }".formatted(rare), hasSize(0))
                .body("edges.find { it.from == '%s' }.to".formatted(kind), equalTo(kind + "-after"))
                .body("edges.find { it.from == '%s' }.customers".formatted(kind), equalTo(5))
                .body("edges.find { it.from == '%s' }.times".formatted(kind), equalTo(5))
                .body("edges.find { it.from == '%s' }.medianSeconds".formatted(kind), equalTo(360));
    }

    @Test
    void stagesAreAGraphToo() {
        for (int i = 0; i < 5; i++) {
            push("purchase", i + address, NOW.minus(Duration.ofDays(1)));
        }

        keptBy(() -> graph("stages").statusCode(200).body("nodes.key", hasItem("new")));
    }

    @Test
    void graphsHaveToBeReadable() {
        Api.as(manager).get(JOURNEYS + "graph?of=everything").then().statusCode(422);
        Api.as(manager).get(JOURNEYS + "graph?from=yesterday").then().statusCode(422);
        for (var year : new String[] {"0000", "%2B10000", "-1000000"}) {
            Api.as(manager)
                    .urlEncodingEnabled(false)
                    .get(JOURNEYS + "graph?to=" + year + "-06-01T00:00:00Z")
                    .then()
                    .statusCode(422)
                    .body("parameter", equalTo("to"));
        }
        Api.as(manager)
                .get(JOURNEYS + "graph?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422);
        Api.as(manager)
                .get(JOURNEYS + "graph?from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422);
    }

    @Test
    void rulesAreVersions() {
        var rules = Api.as(manager).get(JOURNEYS + "rules").then().statusCode(200);
        var tag = rules.extract().header("ETag");
        int version = rules.extract().path("version");
        Map<String, Object> content = rules.extract().path("content");

        save(content, tag).statusCode(200).body("version", equalTo(version));
        content.put("raised", 4);
        save(content, tag).statusCode(200).body("version", equalTo(version + 1));
        save(content, tag).statusCode(412).body("version", equalTo(version + 1));
        save(content, null).statusCode(428);
        save(Map.of("stages", new Object[0]), tag).statusCode(422);
        Api.as(manager)
                .get(JOURNEYS + "rules/versions")
                .then()
                .statusCode(200)
                .body("items.version", hasItems(version, version + 1));
    }

    @Test
    void mistakesInRulesAreToldWithTheirPlace() {
        var texts = Map.of("fi", "x", "sv", "x", "en", "x");
        var stage = Map.of(
                "key", "x", "name", texts, "conditions", new Object[] {Map.of("says", texts, "condition", "true")});
        var term =
                Map.of("key", "y", "points", 1, "most", 1, "clause", Map.of("says", texts, "condition", "risky > 3"));

        save(Map.of("stages", new Object[] {stage}, "terms", new Object[] {term}, "raised", 3, "high", 6), "\"1\"")
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid-condition"))
                .body("mistakes[0].condition", equalTo(1))
                .body("mistakes[0].column", equalTo(1));
        save(Map.of("stages", new Object[] {stage, stage}, "terms", new Object[0], "raised", 3, "high", 6), "\"1\"")
                .statusCode(422);
    }

    @Test
    void onlyThoseWhoMayAreLetIn() {
        for (var path : new String[] {"graph", "rules", "rules/versions"}) {
            RestAssured.get(JOURNEYS + path).then().statusCode(401);
            Api.as(Api.jenni()).get(JOURNEYS + path).then().statusCode(403);
        }
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .put(JOURNEYS + "rules")
                .then()
                .statusCode(401);
        Api.as(TestTokens.person("supervisor", "supervisor"))
                .body(Map.of())
                .put(JOURNEYS + "rules")
                .then()
                .statusCode(403);
    }

    /** Looks around until it is so: other tests' customers may come first. */
    private void keptBy(ThrowingRunnable assertions) {
        Api.eventually(() -> {
            try {
                VertxContextSupport.subscribeAndAwait(journeys::lookAround);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            assertions.run();
        });
    }

    private UUID happened(String kind, int daysAgo) {
        return push(kind, address, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private UUID push(String kind, String who, Instant at) {
        Map<String, Object> told =
                new LinkedHashMap<>(Api.purchase(UUID.randomUUID().toString(), "C-" + who, who));
        told.put("kind", kind);
        told.put("occurredAt", at.toString());
        told.remove("data");
        return UUID.fromString(Api.push(told).then().statusCode(201).extract().path("customerId"));
    }

    private static ValidatableResponse journey(UUID id, String token) {
        return Api.as(token).get("/api/v1/customers/" + id + "/journey").then();
    }

    private ValidatableResponse graph(String of) {
        return Api.as(manager).get(JOURNEYS + "graph?of=" + of).then();
    }

    private ValidatableResponse save(Map<String, Object> rules, String ifMatch) {
        var request = Api.as(manager).body(rules);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(JOURNEYS + "rules").then();
    }
}
