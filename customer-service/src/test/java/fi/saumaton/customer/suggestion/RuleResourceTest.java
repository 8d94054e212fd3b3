/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class RuleResourceTest {
    private static final String RULES = "/api/v1/suggestion-rules/";
    private static final Map<String, String> TEXTS = Map.of("fi", "Tarjoa", "sv", "Erbjud", "en", "Offer");
    private final String manager = TestTokens.person("manager", "manager");
    private final String id = "rule-" + UUID.randomUUID();

    @Test
    void theExampleComesAlong() {
        Api.as(manager)
                .get(RULES)
                .then()
                .statusCode(200)
                .body("items.ruleId", hasItem("chain-oil"))
                .body("items.find { it.ruleId == 'chain-oil' }.content.conditions", hasSize(3));
    }

    @Test
    void everyChangeIsAVersion() {
        save(rule(false, "angry"), null)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("version", equalTo(1))
                .body("madeBy", equalTo(TestTokens.subject("manager").toString()));
        save(rule(false, "!angry"), "\"1\"").statusCode(200).body("version", equalTo(2));
        save(rule(false, "!angry"), "\"2\"").statusCode(200).body("version", equalTo(2));

        Api.as(manager)
                .get(RULES + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[1].content.conditions[0].condition", equalTo("angry"));
        Api.as(manager)
                .get(RULES)
                .then()
                .body("items.findAll { it.ruleId == '%s' }.version".formatted(id), contains(2));
    }

    @Test
    void whoHasNotSeenTheNewestVersionChangesNothing() {
        save(rule(false, "angry"), null).statusCode(200);

        save(rule(false, "true"), null).statusCode(428);
        save(rule(false, "true"), "\"7\"").statusCode(412).body("version", equalTo(1));
        save(rule(false, "true"), "nonsense").statusCode(412);
        Api.as(manager)
                .header("If-Match", "\"1\"")
                .body(rule(false, "true"))
                .put(RULES + "other-" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        save(rule(true, "true", "customer.verified &&\n  bought.exists(b, b.produkt == 'x')"), null)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:invalid-condition"))
                .body("detail", containsString("Condition 2, line 2, column 21: undefined field 'produkt'"))
                .body("mistakes", hasSize(1))
                .body("mistakes[0].condition", equalTo(1))
                .body("mistakes[0].line", equalTo(2))
                .body("mistakes[0].column", equalTo(21));
        check("bought +").statusCode(422).body("mistakes[0].line", equalTo(1));
        check("bought.size()").statusCode(422).body("mistakes[0].message", containsString("true or false"));
        check("bought.size() > 0").statusCode(204);
        Api.as(manager).get(RULES + id + "/versions").then().statusCode(404);
    }

    @Test
    void rulesHaveToBeWhole() {
        save(Map.of("active", true, "title", TEXTS), null).statusCode(422);
        Api.as(manager).body(rule(true, "true")).put(RULES + "Not An Id").then().statusCode(422);
        save(rule(true), null).statusCode(422);
    }

    @Test
    void onlyThoseWhoMayAreLetIn() {
        RestAssured.get(RULES).then().statusCode(401);
        RestAssured.get(RULES + "chain-oil/versions").then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .put(RULES + id)
                .then()
                .statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(RULES + "check")
                .then()
                .statusCode(401);
        Api.as(Api.jenni()).get(RULES).then().statusCode(403);
        Api.as(Api.jenni()).get(RULES + "chain-oil/versions").then().statusCode(403);
        var supervisor = TestTokens.person("supervisor", "supervisor");
        Api.as(supervisor).get(RULES).then().statusCode(200);
        Api.as(supervisor).body(rule(true, "true")).put(RULES + id).then().statusCode(403);
        Api.as(Api.jenni())
                .body(Map.of("conditions", clauses("true")))
                .post(RULES + "check")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse save(Map<String, Object> rule, String ifMatch) {
        var request = Api.as(manager).body(rule);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(RULES + id).then();
    }

    private ValidatableResponse check(String condition) {
        return Api.as(manager)
                .body(Map.of("conditions", clauses(condition)))
                .post(RULES + "check")
                .then();
    }

    /** Rules that would be offered to other tests' customers stay off. */
    private static Map<String, Object> rule(boolean active, String... conditions) {
        return Map.of(
                "active",
                active,
                "priority",
                1,
                "title",
                TEXTS,
                "text",
                TEXTS,
                "conditions",
                clauses(conditions),
                "laterDays",
                7);
    }

    private static List<Map<String, Object>> clauses(String... conditions) {
        return List.of(conditions).stream()
                .map(condition -> Map.<String, Object>of("says", TEXTS, "condition", condition))
                .toList();
    }
}
