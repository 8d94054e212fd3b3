/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class PlacingFlowTest {
    private static final String ISSUES = "/api/v1/issues/";
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final String order = String.valueOf(Math.abs(UUID.randomUUID().hashCode()) % 900_000 + 100_000);

    @Test
    void aContactThatNamesTheOrderGoesOnWithItsIssueAndSaysWhy() {
        var first = issueOf(mail("Where is order " + order + "?"));
        var other = issueOf(mail("Invoice for the washing machine, order " + (Integer.parseInt(order) + 1)));
        assertNotEquals(id(first), id(other), "two orders are two matters");

        var again = mail("No parcel yet, order number " + order);

        var third = issueOf(again);
        assertEquals(id(first), id(third));
        assertTrue(third.path("continued").asBoolean());
        var contacts = contacts(id(first), "en");
        assertEquals(2, contacts.getList("items").size());
        assertEquals(again.id().toString(), contacts.getString("items[0].conversationId"));
        assertEquals("number", contacts.getString("items[0].because.ground"));
        assertEquals("because of the order number " + order, contacts.getString("items[0].because.text"));
        assertEquals("new", contacts.getString("items[1].because.ground"));
        assertEquals("a new matter", contacts.getString("items[1].because.text"));
        assertEquals(
                "tilausnumeron " + order + " mukaan", contacts(id(first), "fi").getString("items[0].because.text"));
    }

    @Test
    void theOrderOfALaterMessageCountsToo() {
        var mail = mail("Help with the saw");
        var first = issueOf(mail);
        mail.received("It was the order " + order + ".").sent("jenni", "Thank you.");
        Api.eventually(() ->
                assertEquals("message-sent", Api.glance(Api.customerOf(address)).getString("timeline[0].kind")));
        issueOf(mail("The invoice of order " + (Integer.parseInt(order) + 1) + " is wrong"));

        var again = issueOf(mail("About order " + order));

        assertEquals(id(first), id(again));
    }

    @Test
    void aReferenceFindsTheIssueWhateverElseIsSaid() {
        var first = issueOf(mail("Where is order " + order + "?"));
        var later = mail("Order " + (Integer.parseInt(order) + 1));
        assertNotEquals(id(first), id(issueOf(later)));

        var byIssue = mail("Something else " + first.path("reference").asText());
        var byConversation = mail("Re: [" + later.reference() + "]");

        assertEquals(id(first), id(issueOf(byIssue)));
        assertEquals(id(issueOf(later)), id(issueOf(byConversation)));
        var because = contacts(id(first), "en");
        assertEquals("reference", because.getString("items[0].because.ground"));
        assertEquals(
                "because of the reference " + first.path("reference").asText(),
                because.getString("items[0].because.text"));
    }

    @Test
    void aReferenceOfAnotherCustomersIssueOpensNothing() {
        var theirs = issueOf(mail("Where is my parcel?"));

        var mine = ConversationFeed.provenMail("other-" + address)
                .opened("About " + theirs.path("reference").asText());

        assertNotEquals(id(theirs), id(issueOf(mine)));
        assertEquals(1, contacts(id(theirs), "en").getList("items").size());
    }

    @Test
    void aConversationThatComesBackStaysWithItsIssue() {
        var mail = mail("Where is order " + order + "?");
        var first = issueOf(mail);
        mail.reopened();
        Topics.identified(mail.id(), 2);

        var contacts = contacts(id(first), "sv");

        assertEquals(List.of("thread", "new"), contacts.getList("items.because.ground"));
        assertEquals("eftersom samma konversation fortsätter", contacts.getString("items[0].because.text"));
    }

    @Test
    void contactsComeInPages() {
        var mail = mail("Where is order " + order + "?");
        var issue = id(issueOf(mail));
        mail.reopened();
        Topics.identified(mail.id(), 2);

        var first = page(issue, Api.jenni()).statusCode(200).extract().jsonPath();
        var rest = Api.as(Api.jenni())
                .queryParam("limit", 1)
                .queryParam("after", first.getString("next"))
                .get(ISSUES + issue + "/contacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of("thread"), first.getList("items.because.ground"));
        assertEquals(List.of("new"), rest.getList("items.because.ground"));
        assertFalse(rest.getMap("").get("next") != null);
        Api.as(Api.jenni())
                .queryParam("limit", 0)
                .get(ISSUES + issue + "/contacts")
                .then()
                .statusCode(422);
    }

    @Test
    void contactsAreShownToThoseWhoMeetCustomers() {
        var issue = id(issueOf(mail("Where is order " + order + "?")));

        RestAssured.get(ISSUES + issue + "/contacts").then().statusCode(401);
        page(issue, TestTokens.person("manager", "manager")).statusCode(403);
        page(issue, TestTokens.client("reader", "customers:read")).statusCode(200);
        page(UUID.randomUUID().toString(), Api.jenni())
                .statusCode(404)
                .body("type", equalTo("urn:saumaton:problem:not-found"));
    }

    private ConversationFeed mail(String subject) {
        return ConversationFeed.provenMail(address).opened(subject).received("Please answer soon.");
    }

    private static JsonNode issueOf(ConversationFeed mail) {
        return Topics.identified(mail.id(), 1).getLast().path("issue");
    }

    private static String id(JsonNode issue) {
        return issue.path("issueId").asText();
    }

    private static ValidatableResponse page(String issueId, String token) {
        return Api.as(token)
                .queryParam("limit", 1)
                .get(ISSUES + issueId + "/contacts")
                .then();
    }

    private static JsonPath contacts(String issueId, String language) {
        return Api.as(Api.jenni())
                .header("Accept-Language", language)
                .get(ISSUES + issueId + "/contacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
