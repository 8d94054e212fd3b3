/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What people decided about issues counts only as long as the customers are one person. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class PartedIssuesTest {
    private static final String ISSUES = "/api/v1/issues/";
    private static final String WHY = "Both are about the broken saw.";
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final String otherAddress = "other-" + address;

    @Test
    void joinedIssuesAnswerForThemselvesWhileTheirCustomersAreParted() {
        var joined = issueOf(mail(address, "Where is order 100001?"));
        var into = issueOf(mail(otherAddress, "The hose of order 100002"));
        var link = link();
        var decision = post(ISSUES + joined + "/joins", Map.of("intoIssueId", into, "reason", WHY), 201)
                .getString("decisionId");
        assertEquals(into, issue(joined).getString("issueId"));
        assertEquals(2, issue(into).getInt("contacts"));

        revoke(link);

        assertEquals(joined, issue(joined).getString("issueId"));
        assertEquals(into, issue(into).getString("issueId"));
        assertEquals(1, issue(joined).getInt("contacts"));
        assertEquals(1, issue(into).getInt("contacts"));
        assertEquals(List.of(joined), open(address));
        assertEquals(List.of(into), open(otherAddress));
        for (var issue : List.of(joined, into)) {
            var told = rearranged(issue, 2).getLast();
            assertEquals(decision, told.path("decisionId").asText());
            assertTrue(told.path("undone").asBoolean());
            assertEquals(issue, told.path("survivorId").asText());
            assertEquals(1, told.path("contacts").asInt());
        }

        link();

        assertEquals(into, issue(joined).getString("issueId"));
        assertEquals(2, issue(into).getInt("contacts"));
        assertFalse(rearranged(joined, 3).getLast().path("undone").asBoolean());
        assertEquals(into, rearranged(joined, 3).getLast().path("survivorId").asText());
        assertEquals(2, rearranged(into, 3).getLast().path("contacts").asInt());
    }

    @Test
    void aJoinedIssueDoesNotFollowItsConversationToAnotherCustomer() {
        var mail = ConversationFeed.unprovenMail(address).opened("Oil?").received("First, unproven.");
        var first = issueOf(mail);
        var stranger = issue(first).getString("customerId");
        mail.reopened();
        Topics.identifiedWhen(mail.id(), it -> it.path("conversationVersion").asLong() > 2);
        var second = post(ISSUES + first + "/moves", Map.of("conversationId", mail.id(), "reason", WHY), 201)
                .getString("toIssueId");
        post(ISSUES + second + "/joins", Map.of("intoIssueId", first, "reason", WHY), 201);

        mail.proves(address).received("Second, proven.");

        var after = Topics.identifiedWhen(mail.id(), it -> it.path("verified").asBoolean());
        assertNotEquals(stranger, after.path("customerId").asText());
        assertNotEquals(first, after.path("issue").path("issueId").asText());
        assertEquals(first, issue(second).getString("issueId"));
        assertEquals(stranger, issue(first).getString("customerId"));
    }

    @Test
    void aMoveToSomebodyElsesIssueCountsNoMore() {
        var mail = mail(address, "Where is order 100001?");
        var own = issueOf(mail);
        var theirs = issueOf(mail(otherAddress, "The hose of order 100002"));
        var link = link();
        post(ISSUES + own + "/moves", Map.of("conversationId", mail.id(), "toIssueId", theirs, "reason", WHY), 201);
        mail.reopened();
        Topics.identifiedWhen(mail.id(), it -> it.path("conversationVersion").asLong() > 2);
        var split = post(ISSUES + theirs + "/moves", Map.of("conversationId", mail.id(), "reason", WHY), 201);
        assertEquals(2, issue(theirs).getInt("contacts"));

        revoke(link);
        assertEquals(
                List.of(),
                Api.as(Api.jenni())
                        .get(ISSUES + theirs + "/contacts")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.findAll { it.moved != null }"),
                "nobody has put it there who knew whose it is");
        post(
                ISSUES + split.getString("toIssueId") + "/decisions/" + split.getString("decisionId") + "/undoing",
                Map.of("reason", WHY),
                200);

        assertEquals(2, issue(own).getInt("contacts"), "both contacts are where the rules put them");
        assertEquals(1, issue(theirs).getInt("contacts"));
    }

    private String link() {
        return Api.as(supervisor())
                .body(Map.of(
                        "handle",
                        Map.of("kind", "email", "value", otherAddress),
                        "reason",
                        "Said so on the phone",
                        "override",
                        true))
                .post("/api/v1/customers/" + Api.customerOf(address) + "/links")
                .then()
                .statusCode(200)
                .extract()
                .path("linkId");
    }

    private static void revoke(String link) {
        Api.as(supervisor())
                .body(Map.of("reason", "A mistake"))
                .post("/api/v1/links/" + link + "/revocation")
                .then()
                .statusCode(200);
    }

    private static String supervisor() {
        return TestTokens.person("supervisor", "supervisor");
    }

    private static JsonPath post(String path, Map<String, ?> body, int status) {
        return Api.as(Api.jenni())
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static JsonPath issue(String id) {
        return Api.as(Api.jenni())
                .get(ISSUES + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> open(String address) {
        return Api.glance(Api.customerOf(address)).getList("openIssues.issueId");
    }

    /** In their order; those of parted customers come from different partitions. */
    private static List<JsonNode> rearranged(String issue, int atLeast) {
        return Topics.await(
                        atLeast,
                        event -> event.type().equals("fi.saumaton.issue.rearranged.v1")
                                && event.data().path("issueId").asText().equals(issue))
                .stream()
                .map(event -> event.data())
                .sorted(Comparator.comparing(
                        data -> Instant.parse(data.path("rearrangedAt").asText())))
                .toList();
    }

    private static ConversationFeed mail(String from, String subject) {
        return ConversationFeed.provenMail(from).opened(subject).received("Please answer soon.");
    }

    private static String issueOf(ConversationFeed mail) {
        return Topics.identified(mail.id(), 1)
                .getFirst()
                .path("issue")
                .path("issueId")
                .asText();
    }
}
