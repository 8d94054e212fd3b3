/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** People put right which contacts belong together. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ArrangementFlowTest {
    private static final String ISSUES = "/api/v1/issues/";
    private static final String WHY = "This is about the other order.";
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final int order = Math.abs(UUID.randomUUID().hashCode()) % 900_000 + 100_000;

    @Test
    void aContactIsMovedAndEverybodyHears() {
        var saw = mail("Where is order " + order + "?");
        var invoice = mail("The invoice of order " + (order + 1));
        var from = issueOf(invoice);
        var to = issueOf(saw);

        var decision =
                move(from, invoice, to, Api.jenni()).statusCode(201).extract().jsonPath();

        assertEquals("move", decision.getString("kind"));
        assertEquals("Jenni", decision.getString("by.name"));
        assertEquals(2, issue(to).getInt("contacts"));
        assertEquals(0, issue(from).getInt("contacts"));
        assertEquals(
                List.of(to), Api.glance(Api.customerOf(address)).getList("openIssues.issueId"), "an empty one is none");
        var told = Topics.identifiedWhen(
                invoice.id(), it -> it.path("issue").path("issueId").asText().equals(to));
        assertEquals(1, told.path("situation").path("openIssues").asInt());
        assertTrue(told.path("issue").path("continued").asBoolean());
        assertFalse(told.path("issue").hasNonNull("because"), "a person put it there, no rule");
        assertEquals(2, rearranged(to, 1).getLast().path("contacts").asInt());
        assertEquals(0, rearranged(from, 1).getLast().path("contacts").asInt());
        var moved = contacts(to).getMap("items.find { it.conversationId == '" + invoice.id() + "' }.moved");
        assertEquals(WHY, moved.get("reason"));
        assertEquals(
                "new", contacts(to).getString("items[0].because.ground"), "what the rules had found stays to be seen");
        assertEquals(WHY, Api.glance(Api.customerOf(address)).getString("timeline[0].text"));
    }

    @Test
    void whatIsUndoneIsAsItWasAlsoForContactsThatCameMeanwhile() {
        var saw = mail("Where is order " + order + "?");
        var invoice = mail("The invoice of order " + (order + 1));
        var from = issueOf(invoice);
        var to = issueOf(saw);
        var decision =
                move(from, invoice, to, Api.jenni()).statusCode(201).extract().<String>path("decisionId");
        invoice.reopened();
        Topics.identifiedWhen(invoice.id(), it -> it.path("conversationVersion").asLong() > 2);
        assertEquals(3, issue(to).getInt("contacts"), "it came back, to where it is now");

        undo(to, decision, Api.sami()).statusCode(200).body("undone.by.name", equalTo("Sami"));

        assertEquals(1, issue(to).getInt("contacts"));
        assertEquals(2, issue(from).getInt("contacts"));
        var told = Topics.identified(invoice.id(), 1).getLast();
        assertEquals(from, told.path("issue").path("issueId").asText());
        assertEquals(2, rearranged(from, 2).getLast().path("contacts").asInt());
        assertTrue(rearranged(from, 2).getLast().path("undone").asBoolean());
    }

    @Test
    void undoingTwiceChangesNothing() {
        var saw = mail("Where is order " + order + "?");
        var to = split(issueOf(saw), saw);
        var decision = decisions(to).getString("items[0].decisionId");
        undo(to, decision, Api.jenni()).statusCode(200);
        int version = issue(issueOf(saw)).getInt("version");

        undo(to, decision, Api.sami()).statusCode(200).body("undone.by.name", equalTo("Jenni"));

        assertEquals(version, issue(issueOf(saw)).getInt("version"));
    }

    @Test
    void aContactIsSplitOffIntoANewIssue() {
        var saw = mail("Where is order " + order + "?");
        var again = mail("Order " + order + " once more");
        var issue = issueOf(saw);
        assertEquals(issue, issueOf(again));

        var decision = Api.as(Api.jenni())
                .body(Map.of("conversationId", again.id(), "title", "The oil leaks", "reason", WHY))
                .post(ISSUES + issue + "/moves")
                .then()
                .statusCode(201)
                .body("kind", equalTo("split"))
                .extract()
                .jsonPath();

        var created = decision.getString("toIssueId");
        assertEquals("The oil leaks", issue(created).getString("title"));
        assertEquals(1, issue(created).getInt("contacts"));
        assertEquals(1, issue(issue).getInt("contacts"));
        Topics.await(
                1,
                event -> event.type().equals("fi.saumaton.issue.opened.v1")
                        && event.data().path("issueId").asText().equals(created));
        resolve(issue).body("firstContact", equalTo(true));
        undo(created, decision.getString("decisionId"), Api.jenni()).statusCode(200);
        assertEquals(2, issue(issue).getInt("contacts"));
        assertEquals(false, issue(issue).getBoolean("firstContact"));
    }

    @Test
    void joinedIssuesAreOneUntilTheyAreTakenApart() {
        var saw = mail("Where is order " + order + "?");
        var invoice = mail("The invoice of order " + (order + 1));
        var joined = issueOf(saw);
        var into = issueOf(invoice);

        var decision = join(joined, into, Api.jenni()).statusCode(201).extract().<String>path("decisionId");

        assertEquals(into, issue(joined).getString("issueId"), "the old id answers the one that goes on");
        assertEquals(2, issue(joined).getInt("contacts"));
        assertEquals(2, contacts(joined).getList("items").size());
        Topics.identifiedWhen(
                saw.id(), it -> it.path("issue").path("issueId").asText().equals(into));
        assertEquals(into, rearranged(joined, 1).getLast().path("survivorId").asText());
        assertEquals(2, rearranged(into, 1).getLast().path("contacts").asInt());
        var meanwhile = mail("Still no order " + order);
        var told = Topics.identified(meanwhile.id(), 1).getFirst();
        assertEquals(into, told.path("issue").path("issueId").asText());
        assertEquals(3, issue(into).getInt("contacts"));
        resolve(joined).body("issueId", equalTo(into)).body("firstContact", equalTo(false));

        undo(joined, decision, Api.jenni()).statusCode(200);

        assertEquals(2, issue(joined).getInt("contacts"), "with the one that came meanwhile, which named its order");
        assertEquals("open", issue(joined).getString("state"), "as it was");
        assertEquals(1, issue(into).getInt("contacts"));
        assertEquals("resolved", issue(into).getString("state"));
        assertEquals(true, issue(into).getBoolean("firstContact"));
        Topics.identifiedWhen(
                saw.id(), it -> it.path("issue").path("issueId").asText().equals(joined));
    }

    @Test
    void ofTwoAgentsAtOnceOneIsToldWhereTheContactIs() {
        var saw = mail("Where is order " + order + "?");
        var from = issueOf(saw);
        var one = issueOf(mail("The invoice of order " + (order + 1)));
        var other = issueOf(mail("The hose of order " + (order + 2)));

        var first = CompletableFuture.supplyAsync(
                () -> move(from, saw, one, Api.jenni()).extract());
        var second = CompletableFuture.supplyAsync(
                () -> move(from, saw, other, Api.sami()).extract());

        var statuses =
                new ArrayList<>(List.of(first.join().statusCode(), second.join().statusCode()));
        Collections.sort(statuses);
        assertEquals(List.of(201, 409), statuses);
        var winner = first.join().statusCode() == 201 ? one : other;
        var refused = first.join().statusCode() == 409 ? first.join() : second.join();
        assertEquals("urn:saumaton:problem:contact-elsewhere", refused.path("type"));
        assertEquals(winner, refused.path("issueId"));
    }

    @Test
    void ofTwoWhoJoinTheSameIssuesCrosswiseOneIsTold() {
        var one = issueOf(mail("Where is order " + order + "?"));
        var other = issueOf(mail("The invoice of order " + (order + 1)));

        var first = CompletableFuture.supplyAsync(
                () -> join(one, other, Api.jenni()).extract().statusCode());
        var second = CompletableFuture.supplyAsync(
                () -> join(other, one, Api.sami()).extract().statusCode());

        var statuses = new ArrayList<>(List.of(first.join(), second.join()));
        Collections.sort(statuses);
        assertEquals(List.of(201, 409), statuses);
        join(one, other, Api.jenni())
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:issues-already-joined"));
    }

    /** Through the whole service, as the rule's own test does it without one. */
    @Test
    void whateverIsDecidedUndoingAllOfItRestoresEverything() {
        var random = new Random(order);
        List<ConversationFeed> mails = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mails.add(mail("About order " + (order + i)));
        }
        List<String> issues =
                new ArrayList<>(mails.stream().map(ArrangementFlowTest::issueOf).toList());
        var before = seen(issues);
        Map<String, String> decisions = new HashMap<>();
        for (int step = 0; step < 25; step++) {
            var mail = mails.get(random.nextInt(mails.size()));
            var at = issue(contactAt(mail, issues)).getString("issueId");
            var to = issues.get(random.nextInt(issues.size()));
            var answer = random.nextInt(3) == 0 ? join(at, to, Api.jenni()) : move(at, mail, to, Api.jenni());
            if (answer.extract().statusCode() == 201) {
                decisions.put(
                        answer.extract().path("decisionId"), answer.extract().path("fromIssueId"));
            }
        }

        List<String> undone = new ArrayList<>(decisions.keySet());
        Collections.shuffle(undone, random);
        undone.forEach(
                decision -> undo(decisions.get(decision), decision, Api.sami()).statusCode(200));

        assertTrue(decisions.size() > 5, "there was something to undo");
        assertEquals(before, seen(issues));
    }

    private static String contactAt(ConversationFeed mail, List<String> issues) {
        return issues.stream()
                .filter(issue -> contacts(issue)
                        .getList("items.conversationId")
                        .contains(mail.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The issues and their contacts, without versions, which only ever grow. */
    private static List<Object> seen(List<String> issues) {
        List<Object> seen = new ArrayList<>();
        for (var issue : issues) {
            var view = new HashMap<>(issue(issue).getMap(""));
            view.remove("version");
            seen.add(view);
            seen.add(contacts(issue).getList("items"));
        }
        return seen;
    }

    private static String split(String issue, ConversationFeed mail) {
        return Api.as(Api.jenni())
                .body(Map.of("conversationId", mail.id(), "reason", WHY))
                .post(ISSUES + issue + "/moves")
                .then()
                .statusCode(201)
                .extract()
                .path("toIssueId");
    }

    private static ValidatableResponse move(String issue, ConversationFeed mail, String to, String token) {
        return Api.as(token)
                .body(Map.of("conversationId", mail.id(), "toIssueId", to, "reason", WHY))
                .post(ISSUES + issue + "/moves")
                .then();
    }

    private static ValidatableResponse join(String issue, String into, String token) {
        return Api.as(token)
                .body(Map.of("intoIssueId", into, "reason", WHY))
                .post(ISSUES + issue + "/joins")
                .then();
    }

    private static ValidatableResponse undo(String issue, String decision, String token) {
        return Api.as(token)
                .body(Map.of("reason", "They were two after all."))
                .post(ISSUES + issue + "/decisions/" + decision + "/undoing")
                .then();
    }

    private static ValidatableResponse resolve(String issue) {
        return Api.as(Api.sami())
                .body(Map.of("resolution", "It came."))
                .post(ISSUES + issue + "/resolution")
                .then()
                .statusCode(200);
    }

    private static JsonPath issue(String id) {
        return Api.as(Api.jenni())
                .get(ISSUES + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath contacts(String id) {
        return Api.as(Api.jenni())
                .get(ISSUES + id + "/contacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath decisions(String id) {
        return Api.as(Api.jenni())
                .get(ISSUES + id + "/decisions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<JsonNode> rearranged(String issue, int atLeast) {
        return Topics.await(
                        atLeast,
                        event -> event.type().equals("fi.saumaton.issue.rearranged.v1")
                                && event.data().path("issueId").asText().equals(issue))
                .stream()
                .map(event -> event.data())
                .toList();
    }

    private ConversationFeed mail(String subject) {
        return ConversationFeed.provenMail(address).opened(subject).received("Please answer soon.");
    }

    private static String issueOf(ConversationFeed mail) {
        return Topics.identified(mail.id(), 1)
                .getFirst()
                .path("issue")
                .path("issueId")
                .asText();
    }
}
