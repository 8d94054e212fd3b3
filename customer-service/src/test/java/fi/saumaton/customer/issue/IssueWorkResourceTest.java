/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

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
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class IssueWorkResourceTest {
    private static final String ISSUES = "/api/v1/issues/";
    private static final Map<String, Object> JENNI =
            Map.of("owner", Map.of("type", "agent", "id", "jenni", "name", "Jenni"), "note", "She knows this saw.");
    private static final Map<String, Object> PARTS = Map.of("owner", Map.of("type", "team", "id", "spare-parts"));
    private static final Map<String, Object> CUSTOMER =
            Map.of("waitingFor", "customer", "note", "A picture is to come.");
    private static final Map<String, Object> WHY = Map.of("reason", "The new chain came off too.");

    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final ConversationFeed mail =
            ConversationFeed.provenMail(address).opened("Chain oil?").received("Does it need special oil?");
    private final String issue = Topics.identified(mail.id(), 1)
            .getFirst()
            .path("issue")
            .path("issueId")
            .asText();

    @Test
    void anIssueIsGivenToAnAgentAndThenToATeam() {
        put("owner", JENNI, Api.sami()).statusCode(200).body("owner.name", equalTo("Jenni"));
        put("owner", PARTS, Api.jenni())
                .statusCode(200)
                .body("owner.type", equalTo("team"))
                .body("owner.id", equalTo("spare-parts"));
        delete("owner", Api.jenni()).statusCode(200).body("owner", nullValue());

        var changes = changes();
        assertEquals(List.of("owner", "owner", "owner"), changes.getList("items.what"));
        assertEquals("team spare-parts", changes.getString("items[0].before"));
        assertEquals("agent Jenni", changes.getString("items[1].before"));
        assertEquals("agent Jenni", changes.getString("items[2].after"));
        assertEquals("She knows this saw.", changes.getString("items[2].note"));
        assertEquals("Sami", changes.getString("items[2].by.name"));
        var entry = Api.glance(Api.customerOf(address)).getMap("timeline.find { it.author?.name == 'Sami' }");
        assertEquals("issue-owner-changed", entry.get("kind"));
        var told = changed(3);
        assertEquals("jenni", told.getFirst().path("ownerId").asText());
        assertEquals("owner", told.getFirst().path("change").asText());
    }

    @Test
    void theSameOwnerAgainChangesNothing() {
        int version = put("owner", JENNI, Api.sami()).statusCode(200).extract().path("version");

        put("owner", JENNI, Api.jenni()).statusCode(200).body("version", equalTo(version));

        assertEquals(1, changes().getList("items").size());
    }

    @Test
    void anIssueWaitsForTheCustomerUntilTheyAreInContact() {
        put("waiting", CUSTOMER, Api.jenni())
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("waitingFor", equalTo("customer"));

        mail.reopened();

        Topics.identified(mail.id(), 2);
        get().body("waitingFor", nullValue()).body("contacts", equalTo(2));
        put("waiting", Map.of("waitingFor", "third-party"), Api.jenni()).statusCode(200);
        delete("waiting", Api.jenni()).statusCode(200).body("waitingFor", nullValue());
        assertEquals(List.of("waiting", "waiting", "waiting"), changes().getList("items.what"));
    }

    @Test
    void aResolutionHasACodeOfTheCompanysList() {
        resolve("solved-itself").statusCode(422).body("codes", hasSize(8));

        resolve("answered")
                .statusCode(200)
                .body("resolutionCode", equalTo("answered"))
                .body("firstContact", equalTo(true));

        resolve("answered").statusCode(200);
        resolve("replaced").statusCode(409).body("type", equalTo("urn:saumaton:problem:issue-already-resolved"));
        put("waiting", CUSTOMER, Api.jenni()).statusCode(409);
        var changes = changes();
        assertEquals(List.of("resolved"), changes.getList("items.what"));
        assertEquals("answered", changes.getString("items[0].after"));
        assertEquals("Ordinary oil.", changes.getString("items[0].note"));
    }

    @Test
    void whatWasNotResolvedAfterAllIsReopenedByHand() {
        resolve("answered").statusCode(200);

        post("reopening", WHY, Api.sami())
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("returned", equalTo(false))
                .body("resolution", nullValue())
                .body("resolutionCode", nullValue());

        post("reopening", WHY, Api.sami()).statusCode(200).body("state", equalTo("open"));
        assertEquals(List.of("reopened", "resolved"), changes().getList("items.what"));
        assertEquals("answered", changes().getString("items[0].before"));
        assertEquals("reopened", changed(1).getFirst().path("change").asText());
        var told = Topics.identified(mail.id(), 2).getLast();
        assertEquals("open", told.path("issue").path("state").asText(), "the desk hears of it");
        assertEquals("issue-reopened", Api.glance(Api.customerOf(address)).getString("timeline[0].kind"));
    }

    @Test
    void anOldVersionIsRefused() {
        var old = Api.as(Api.jenni()).header("If-Match", "\"77\"");

        old.body(JENNI).put(ISSUES + issue + "/owner").then().statusCode(412);
        old.body(CUSTOMER).put(ISSUES + issue + "/waiting").then().statusCode(412);
        old.body(WHY).post(ISSUES + issue + "/reopening").then().statusCode(412);
        var tag = get().extract().header("ETag");
        Api.as(Api.jenni())
                .header("If-Match", tag)
                .body(JENNI)
                .put(ISSUES + issue + "/owner")
                .then()
                .statusCode(200);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        put("owner", Map.of(), Api.jenni()).statusCode(422);
        put("owner", Map.of("owner", Map.of("type", "robot", "id", "r2")), Api.jenni())
                .statusCode(422);
        put("owner", Map.of("owner", Map.of("type", "agent", "id", " ")), Api.jenni())
                .statusCode(422);
        put("waiting", Map.of("waitingFor", "godot"), Api.jenni()).statusCode(422);
        post("reopening", Map.of("reason", " "), Api.jenni()).statusCode(422);
        Api.as(Api.jenni())
                .queryParam("limit", 0)
                .get(ISSUES + issue + "/changes")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var nothing = ISSUES + UUID.randomUUID();

        Api.as(Api.jenni()).body(JENNI).put(nothing + "/owner").then().statusCode(404);
        Api.as(Api.jenni()).delete(nothing + "/owner").then().statusCode(404);
        Api.as(Api.jenni()).body(CUSTOMER).put(nothing + "/waiting").then().statusCode(404);
        Api.as(Api.jenni()).delete(nothing + "/waiting").then().statusCode(404);
        Api.as(Api.jenni()).body(WHY).post(nothing + "/reopening").then().statusCode(404);
        Api.as(Api.jenni()).get(nothing + "/changes").then().statusCode(404);
    }

    @Test
    void onlyAgentsAndSupervisorsChange() {
        for (var token : List.of(
                TestTokens.person("manager", "manager"),
                TestTokens.person("colleague", "colleague"),
                TestTokens.client("reader", "customers:read"))) {
            put("owner", JENNI, token).statusCode(403);
            delete("owner", token).statusCode(403);
            put("waiting", CUSTOMER, token).statusCode(403);
            delete("waiting", token).statusCode(403);
            post("reopening", WHY, token).statusCode(403);
        }
        var nobody = RestAssured.given().contentType("application/json");
        nobody.body(JENNI).put(ISSUES + issue + "/owner").then().statusCode(401);
        nobody.delete(ISSUES + issue + "/owner").then().statusCode(401);
        nobody.body(CUSTOMER).put(ISSUES + issue + "/waiting").then().statusCode(401);
        nobody.delete(ISSUES + issue + "/waiting").then().statusCode(401);
        nobody.body(WHY).post(ISSUES + issue + "/reopening").then().statusCode(401);
        RestAssured.get(ISSUES + issue + "/changes").then().statusCode(401);
        Api.as(TestTokens.person("manager", "manager"))
                .get(ISSUES + issue + "/changes")
                .then()
                .statusCode(403);
        Api.as(TestTokens.client("reader", "customers:read"))
                .get(ISSUES + issue + "/changes")
                .then()
                .statusCode(200);
        put("owner", JENNI, TestTokens.person("supervisor", "supervisor")).statusCode(200);
    }

    private RequestSpecification as(String token, Object body) {
        return Api.as(token).body(body);
    }

    private ValidatableResponse put(String what, Object body, String token) {
        return as(token, body).put(ISSUES + issue + "/" + what).then();
    }

    private ValidatableResponse post(String what, Object body, String token) {
        return as(token, body).post(ISSUES + issue + "/" + what).then();
    }

    private ValidatableResponse delete(String what, String token) {
        return Api.as(token).delete(ISSUES + issue + "/" + what).then();
    }

    private ValidatableResponse resolve(String code) {
        return post("resolution", Map.of("resolution", "Ordinary oil.", "code", code), Api.jenni());
    }

    private ValidatableResponse get() {
        return Api.as(Api.jenni()).get(ISSUES + issue).then().statusCode(200);
    }

    private JsonPath changes() {
        return Api.as(Api.jenni())
                .get(ISSUES + issue + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<JsonNode> changed(int atLeast) {
        return Topics.await(
                        atLeast,
                        event -> event.type().equals("fi.saumaton.issue.changed.v1")
                                && event.data().path("issueId").asText().equals(issue))
                .stream()
                .map(event -> event.data())
                .toList();
    }
}
