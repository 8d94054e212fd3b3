/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ArrangementResourceTest {
    private static final String ISSUES = "/api/v1/issues/";
    private static final String PROBLEM = "urn:saumaton:problem:";
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private ConversationFeed mail;
    private String issue;
    private String other;

    @BeforeEach
    void twoIssues() {
        mail = ConversationFeed.provenMail(address)
                .opened("Where is order 100001?")
                .received("Please answer.");
        issue = issueOf(mail);
        other = issueOf(ConversationFeed.provenMail(address)
                .opened("The hose of order 100002")
                .received("Please answer."));
    }

    @Test
    void agentsAndSupervisorsDecideAndOthersDoNot() {
        var body = move(mail.id(), other);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(ISSUES + issue + "/moves")
                .then()
                .statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body(joinInto(other))
                .post(ISSUES + issue + "/joins")
                .then()
                .statusCode(401);
        RestAssured.get(ISSUES + issue + "/decisions").then().statusCode(401);
        for (var token : List.of(
                TestTokens.person("manager", "manager"),
                TestTokens.person("colleague", "colleague"),
                TestTokens.client("reader", "customers:read"))) {
            post("moves", body, token).statusCode(403);
            post("joins", joinInto(other), token).statusCode(403);
            post("decisions/" + UUID.randomUUID() + "/undoing", why(), token).statusCode(403);
        }
        Api.as(TestTokens.person("manager", "manager"))
                .get(ISSUES + issue + "/decisions")
                .then()
                .statusCode(403);

        var supervisor = TestTokens.person("supervisor", "supervisor");
        post("moves", body, supervisor).statusCode(201);
        Api.as(TestTokens.client("reader", "customers:read"))
                .get(ISSUES + issue + "/decisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void undoingNeedsToken() {
        RestAssured.given()
                .contentType("application/json")
                .body(why())
                .post(ISSUES + issue + "/decisions/" + UUID.randomUUID() + "/undoing")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var nothing = UUID.randomUUID();
        Api.as(Api.jenni())
                .body(move(mail.id(), other))
                .post(ISSUES + nothing + "/moves")
                .then()
                .statusCode(404);
        Api.as(Api.jenni())
                .body(joinInto(other))
                .post(ISSUES + nothing + "/joins")
                .then()
                .statusCode(404);
        Api.as(Api.jenni()).get(ISSUES + nothing + "/decisions").then().statusCode(404);
        post("moves", move(nothing, other), Api.jenni()).statusCode(404);
        post("moves", move(mail.id(), nothing.toString()), Api.jenni()).statusCode(404);
        post("joins", joinInto(nothing.toString()), Api.jenni()).statusCode(404);
        post("decisions/" + nothing + "/undoing", why(), Api.jenni()).statusCode(404);
    }

    @Test
    void aDecisionAboutOtherIssuesIsNotFoundHere() {
        var decision = post("joins", joinInto(other), Api.jenni())
                .statusCode(201)
                .extract()
                .<String>path("decisionId");
        var theirs = issueOf(
                ConversationFeed.provenMail("other-" + address).opened("Oil?").received("Oil?"));

        Api.as(Api.jenni())
                .body(why())
                .post(ISSUES + theirs + "/decisions/" + decision + "/undoing")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherCustomersIssueIsRefused() {
        var theirs = issueOf(
                ConversationFeed.provenMail("other-" + address).opened("Oil?").received("Oil?"));

        post("moves", move(mail.id(), theirs), Api.jenni())
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "issue-of-another-customer"));
        post("joins", joinInto(theirs), Api.jenni())
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "issue-of-another-customer"));
    }

    @Test
    void anOldVersionIsRefused() {
        Api.as(Api.jenni())
                .header("If-Match", "\"77\"")
                .body(move(mail.id(), other))
                .post(ISSUES + issue + "/moves")
                .then()
                .statusCode(412);
        Api.as(Api.jenni())
                .header("If-Match", "\"77\"")
                .body(joinInto(other))
                .post(ISSUES + issue + "/joins")
                .then()
                .statusCode(412);
    }

    @Test
    void aDecisionSaysWhat() {
        post("moves", Map.of("reason", "why"), Api.jenni()).statusCode(422);
        post("moves", Map.of("conversationId", mail.id()), Api.jenni()).statusCode(422);
        post("moves", Map.of("conversationId", mail.id(), "reason", "x".repeat(501)), Api.jenni())
                .statusCode(422);
        post("moves", Map.of("conversationId", mail.id(), "reason", "why", "title", " "), Api.jenni())
                .statusCode(422);
        post("moves", move(mail.id(), issue), Api.jenni()).statusCode(422);
        post("joins", Map.of("reason", "why"), Api.jenni()).statusCode(422);
        post("joins", Map.of("intoIssueId", other, "reason", " "), Api.jenni()).statusCode(422);
        post("decisions/" + UUID.randomUUID() + "/undoing", Map.of(), Api.jenni())
                .statusCode(422);
    }

    @Test
    void decisionsComeInPages() {
        var first = post("moves", move(mail.id(), null), Api.jenni())
                .statusCode(201)
                .extract()
                .<String>path("toIssueId");
        Api.as(Api.jenni())
                .body(move(mail.id(), other))
                .post(ISSUES + first + "/moves")
                .then()
                .statusCode(201);

        var page = Api.as(Api.jenni())
                .queryParam("limit", 1)
                .get(ISSUES + first + "/decisions")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("move")))
                .extract()
                .<String>path("next");
        Api.as(Api.jenni())
                .queryParam("limit", 1)
                .queryParam("after", page)
                .get(ISSUES + first + "/decisions")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("split")));
        Api.as(Api.jenni())
                .queryParam("limit", 0)
                .get(ISSUES + first + "/decisions")
                .then()
                .statusCode(422);
    }

    private ValidatableResponse post(String what, Map<String, Object> body, String token) {
        return Api.as(token).body(body).post(ISSUES + issue + "/" + what).then();
    }

    private static Map<String, Object> move(UUID conversation, String to) {
        Map<String, Object> body = new LinkedHashMap<>(why());
        body.put("conversationId", conversation);
        if (to != null) {
            body.put("toIssueId", to);
        }
        return body;
    }

    private static Map<String, Object> joinInto(String issue) {
        return Map.of("intoIssueId", issue, "reason", "Both are about the broken saw.");
    }

    private static Map<String, Object> why() {
        return Map.of("reason", "It is about something else.");
    }

    private static String issueOf(ConversationFeed mail) {
        return Topics.identified(mail.id(), 1)
                .getFirst()
                .path("issue")
                .path("issueId")
                .asText();
    }
}
