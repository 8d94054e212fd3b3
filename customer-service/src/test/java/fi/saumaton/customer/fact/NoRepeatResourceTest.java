/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.util.Map;
import java.util.UUID;

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

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class NoRepeatResourceTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void whatIsKnownIsToldBeforeItIsAskedAgain() {
        var feed = ConversationFeed.provenMail(address).opened("Tilaus").received("Tilaus 55012 ei ole tullut.");
        var id = customerWith("order-number");

        check(id, "Hei! Mikä on tilausnumerosi?", feed.id())
                .statusCode(200)
                .body("repeats", hasSize(1))
                .body("repeats[0].kind", equalTo("order-number"))
                .body("repeats[0].question", equalTo("Mikä on tilausnumerosi"))
                .body("repeats[0].known.value", equalTo("55012"))
                .body("repeats[0].known.source.type", equalTo("message"))
                .body(
                        "repeats[0].known.source.conversationId",
                        equalTo(feed.id().toString()));
        check(id, "Mitä tapahtui?", feed.id()).body("repeats[0].known.kind", equalTo("matter"));
        check(id, "What is your email address?", feed.id())
                .body("repeats[0].known.value", equalTo(address))
                .body("repeats[0].known.source.type", equalTo("handle"));
    }

    @Test
    void whatIsNewMayBeAsked() {
        var feed = ConversationFeed.provenMail(address).opened("Tilaus").received("Tilaus 55012 ei ole tullut.");
        var id = customerWith("order-number");

        check(id, "Onko tilausnumerosi 55012?", feed.id()).statusCode(200).body("repeats", empty());
        check(id, "Mihin osoitteeseen lähetämme paketin?", feed.id()).body("repeats", empty());
        check(id, "Kiitos, palaan asiaan.", null).body("repeats", empty());
    }

    @Test
    void aRepeatedQuestionIsCountedAndTold() {
        var feed = ConversationFeed.provenMail(address).opened("Tilaus").received("Tilaus 55015 ei ole tullut.");
        customerWith("order-number");

        feed.sent("jenni", "Mikä on tilausnumerosi?");

        var event = Topics.await(
                        1,
                        published -> published.type().equals(QuestionEvent.REPEATED)
                                && published
                                        .data()
                                        .path("conversationId")
                                        .asText()
                                        .equals(feed.id().toString()))
                .getFirst()
                .data();
        assertEquals("order-number", event.get("kind").asText());
        assertEquals("jenni", event.get("authorId").asText());
        Api.as(TestTokens.person("supervisor", "supervisor"))
                .get("/api/v1/no-repeat")
                .then()
                .statusCode(200)
                .body("contactsWithRepeat", greaterThanOrEqualTo(1))
                .body("kinds.kind", hasItem("order-number"));
    }

    @Test
    void aBareNumberIsWhatWasAskedFor() {
        ConversationFeed.provenMail(address)
                .opened("Hei")
                .received("Moi")
                .sent("jenni", "Hei! Mikä on tilausnumerosi?")
                .received("55016");
        var id = customerWith("order-number");
        Api.as(Api.jenni())
                .get("/api/v1/customers/" + id + "/facts")
                .then()
                .body("items.find { it.kind == 'order-number' }.value", equalTo("55016"));
    }

    @Test
    void aTimeWithoutContactsHasNoIndex() {
        Api.as(TestTokens.person("supervisor", "supervisor"))
                .get("/api/v1/no-repeat?from=2001-01-01T00:00:00Z&to=2001-02-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("contacts", equalTo(0))
                .body("containsKey('index')", equalTo(false));
    }

    @Test
    void timesHaveToBeReadable() {
        var supervisor = TestTokens.person("supervisor", "supervisor");
        Api.as(supervisor).get("/api/v1/no-repeat?from=yesterday").then().statusCode(422);
        Api.as(supervisor)
                .get("/api/v1/no-repeat?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422);
    }

    @Test
    void onlyThoseWhoMayAreLetIn() {
        var id = UUID.randomUUID();
        var path = "/api/v1/customers/" + id + "/question-check";
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(401);
        RestAssured.get("/api/v1/no-repeat").then().statusCode(401);
        Api.as(TestTokens.client("writer", "customers:write"))
                .body(Map.of("text", "x"))
                .post(path)
                .then()
                .statusCode(403);
        Api.as(Api.jenni()).get("/api/v1/no-repeat").then().statusCode(403);
        Api.as(TestTokens.client("bot", "customers:read"))
                .body(Map.of("text", "x"))
                .post(path)
                .then()
                .statusCode(404);
        check(id, " ", null).statusCode(422);
    }

    private UUID customerWith(String kind) {
        Api.eventually(() -> {
            var id = Api.customerOf(address);
            assertNotNull(id);
            Api.as(Api.jenni()).get("/api/v1/customers/" + id + "/facts").then().body("items.kind", hasItem(kind));
        });
        return Api.customerOf(address);
    }

    private static ValidatableResponse check(UUID id, String text, UUID conversationId) {
        Map<String, Object> draft =
                conversationId == null ? Map.of("text", text) : Map.of("text", text, "conversationId", conversationId);
        return Api.as(Api.jenni())
                .body(draft)
                .post("/api/v1/customers/" + id + "/question-check")
                .then();
    }
}
