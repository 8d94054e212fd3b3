/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.LinkedHashMap;
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

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class SuggestionResourceTest {
    private static final String CUSTOMERS = "/api/v1/customers/";
    private static final String QUESTION = "Tarvitseeko moottorisaha erityistä teräketjuöljyä?";
    private final String unique = UUID.randomUUID().toString();
    private final String address = "mikko-" + unique + "@example.test";

    @Test
    void whoBoughtAChainsawAndAskedAboutOilIsOfferedOil() {
        var id = boughtASaw();
        asksAboutOil(id);

        var suggestion = suggestions(Api.glance(id)).getFirst();
        assertEquals("chain-oil", suggestion.get("ruleId"));
        assertEquals("Tarjoa teräketjuöljyä", ((Map<?, ?>) suggestion.get("title")).get("fi"));
        list(id, Api.sami())
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].suggestionId", equalTo(suggestion.get("suggestionId")))
                .body("items[0].reasons", hasSize(3))
                .body("items[0].reasons[0].says.en", equalTo("Bought a chainsaw"))
                .body("items[0].reasons[0].entries[0].shown", equalTo("Chainsaw CS-50"))
                .body("items[0].reasons[1].entries[0].shown", equalTo(QUESTION))
                .body("items[0].reasons[2].entries", hasSize(0));
    }

    @Test
    void whatWasBoughtIsOfferedNoMore() {
        var id = boughtASaw();
        asksAboutOil(id);
        list(id, Api.jenni()).body("items", hasSize(1));

        Map<String, Object> oil = new LinkedHashMap<>(Api.purchase("O-" + unique, "C-" + unique, address));
        oil.put("title", "Teräketjuöljy 1 l");
        oil.put("data", Map.of("product", "Chain oil"));
        Api.push(oil).then().statusCode(201);

        list(id, Api.jenni()).body("items", hasSize(0));
    }

    @Test
    void anOutcomeIsRecordedOnce() {
        var id = boughtASaw();
        asksAboutOil(id);
        var suggestion = list(id, Api.jenni()).extract().<String>path("items[0].suggestionId");

        answer(id, suggestion, "later", Api.jenni()).statusCode(204);
        list(id, Api.sami()).body("items", hasSize(0));
        answer(id, suggestion, "refused", Api.sami()).statusCode(204);
        answer(id, suggestion, "refused", Api.jenni()).statusCode(204);
        answer(id, suggestion, "taken", Api.jenni())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:suggestion-already-answered"))
                .body("outcome", equalTo("refused"));
        answer(id, suggestion, "perhaps", Api.jenni()).statusCode(422);
        assertEquals(List.of(), suggestions(Api.glance(id)));
    }

    @Test
    void anAngryCustomerIsOfferedNothing() {
        var id = boughtASaw();
        var feed = asksAboutOil(id);
        list(id, Api.jenni()).body("items", hasSize(1));

        feed.received("Ei vastausta vieläkään, tämä on törkeää!");

        Api.eventually(() -> list(id, Api.jenni()).body("items", hasSize(0)));
    }

    @Test
    void whoHasNotConsentedGetsNone() {
        var id = buys();
        asksAboutOil(id);
        list(id, Api.jenni()).statusCode(200).body("items", hasSize(0));
        assertEquals(List.of(), suggestions(Api.glance(id)));

        consents(id, true);
        list(id, Api.jenni()).body("items", hasSize(1));
        consents(id, false);
        list(id, Api.jenni()).body("items", hasSize(0));
    }

    @Test
    void askingIsNotShowing() {
        var id = boughtASaw();
        asksAboutOil(id);
        var suggestion = list(id, Api.jenni())
                .body("items[0].containsKey('shownAt')", equalTo(false))
                .extract()
                .<String>path("items[0].suggestionId");

        show(id, suggestion, Api.sami()).statusCode(204);
        show(id, suggestion, Api.jenni()).statusCode(204);
        list(id, Api.backOffice())
                .body("items.suggestionId", contains(suggestion))
                .body("items[0].containsKey('shownAt')", equalTo(true));
        show(id, UUID.randomUUID().toString(), Api.sami()).statusCode(404);
        show(id, suggestion, TestTokens.client("reader", "customers:read")).statusCode(403);
        RestAssured.put(CUSTOMERS + id + "/suggestions/" + suggestion + "/showing")
                .then()
                .statusCode(401);
    }

    @Test
    void onlyThoseWhoMayAreLetIn() {
        var id = UUID.randomUUID();
        RestAssured.get(CUSTOMERS + id + "/suggestions").then().statusCode(401);
        list(id, TestTokens.person("manager", "manager")).statusCode(403);
        list(id, Api.jenni()).statusCode(404);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(CUSTOMERS + id + "/suggestions/" + id + "/outcome")
                .then()
                .statusCode(401);
        answer(id, id.toString(), "taken", TestTokens.client("reader", "customers:read"))
                .statusCode(403);
        answer(id, id.toString(), "taken", Api.jenni()).statusCode(404);
    }

    @Test
    void somebodyElsesSuggestionIsNotFound() {
        var id = boughtASaw();
        asksAboutOil(id);
        var suggestion = list(id, Api.jenni()).extract().<String>path("items[0].suggestionId");
        var other = UUID.fromString(Api.push(Api.purchase("X-" + unique, "X-" + unique, "x" + address))
                .then()
                .extract()
                .path("customerId"));

        answer(other, suggestion, "taken", Api.jenni()).statusCode(404);
    }

    private UUID boughtASaw() {
        var id = buys();
        consents(id, true);
        return id;
    }

    private UUID buys() {
        return UUID.fromString(Api.push(Api.purchase("S-" + unique, "C-" + unique, address))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
    }

    private ConversationFeed asksAboutOil(UUID id) {
        var feed = ConversationFeed.provenMail(address).opened("Ketjuöljy").received(QUESTION);
        Api.eventually(() -> Api.as(Api.backOffice())
                .get(CUSTOMERS + id + "/timeline")
                .then()
                .body("items.findAll { it.text == '%s' }".formatted(QUESTION), hasSize(1)));
        return feed;
    }

    private static void consents(UUID id, boolean given) {
        Api.as(Api.jenni())
                .body(Map.of("given", given, "source", "phone"))
                .put(CUSTOMERS + id + "/consents/profiling")
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> suggestions(JsonPath glance) {
        return glance.getList("suggestions");
    }

    private static ValidatableResponse list(UUID id, String token) {
        return Api.as(token).get(CUSTOMERS + id + "/suggestions").then();
    }

    private static ValidatableResponse show(UUID id, String suggestion, String token) {
        return Api.as(token)
                .put(CUSTOMERS + id + "/suggestions/" + suggestion + "/showing")
                .then();
    }

    private static ValidatableResponse answer(UUID id, String suggestion, String outcome, String token) {
        return Api.as(token)
                .body(Map.of("outcome", outcome))
                .post(CUSTOMERS + id + "/suggestions/" + suggestion + "/outcome")
                .then();
    }
}
