/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Auto-replies and bounces that begin a conversation: on the timeline, but nobody's matter. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class AutomaticMessageTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void whatAMachineWroteIsOnTheTimelineAndOpensNoIssue() {
        ConversationFeed.provenMail(address).openedByMachine("Away").receivedFromMachine("I am away until Monday.");

        Api.eventually(() -> assertEquals(List.of("message-received"), kinds()));
        assertEquals(List.of(), Api.glance(Api.customerOf(address)).getList("openIssues"));
    }

    @Test
    void theIssueOpensWhenAPersonWritesAndIsTheirFirstContact() {
        var mail = ConversationFeed.provenMail(address).openedByMachine("Away").receivedFromMachine("Away.");
        Api.eventually(() -> assertEquals(List.of("message-received"), kinds()));

        mail.received("Back again. Does the saw need oil?");

        var identified = Topics.identified(mail.id(), 1);
        assertEquals(1, identified.size(), "nothing was told of the automatic beginning");
        var issue = identified.getFirst().path("issue");
        assertEquals("Back again. Does the saw need oil?", issue.path("title").asText());
        assertFalse(issue.path("continued").asBoolean());
        assertEquals(
                issue.path("openedAt"),
                identified.getFirst().path("firstMessageAt"),
                "the customer waits since then, not since the machine wrote");
        Api.eventually(() -> assertEquals(List.of("issue-opened", "message-received", "message-received"), kinds()));
        mail.received("And a file?");
        Api.eventually(() -> assertEquals(4, kinds().size()));
        var resolved = Api.as(Api.sami())
                .body(Map.of("resolution", "Ordinary oil."))
                .post("/api/v1/issues/" + issue.path("issueId").asText() + "/resolution")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, resolved.getInt("contacts"));
        assertTrue(resolved.getBoolean("firstContact"));
    }

    @Test
    void aBatchThatHoldsBothOpensOneIssueForThePerson() {
        var mail = ConversationFeed.provenMail(address)
                .receivedFromMachine("Away.")
                .received("Now me.")
                .openedByMachine("Away");

        var identified = Topics.identified(mail.id(), 1);

        assertEquals(
                "Now me.", identified.getFirst().path("issue").path("title").asText());
        assertEquals(1, Api.glance(Api.customerOf(address)).getInt("openIssues[0].contacts"));
    }

    @Test
    void whoComesBackToAClosedAutomaticConversationHasAMatterThen() {
        var mail = ConversationFeed.provenMail(address).openedByMachine("News").receivedFromMachine("Our newsletter.");
        Api.eventually(() -> assertEquals(List.of("message-received"), kinds()));

        mail.reopened().received("Please take me off the list.");

        var identified = Topics.identified(mail.id(), 1).getLast();
        assertFalse(identified.path("issue").path("continued").asBoolean());
        assertEquals(1, identified.path("situation").path("openIssues").asInt());
    }

    @Test
    void aMachinesConversationIsNoRecentContact() {
        ConversationFeed.provenMail(address).openedByMachine("Away").receivedFromMachine("Away.");
        Api.eventually(() -> assertEquals(List.of("message-received"), kinds()));

        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Which oil?");

        var identified = Topics.identified(mail.id(), 1).getFirst();
        assertEquals(0, identified.path("situation").path("recentContacts").size());
        assertFalse(identified.path("issue").path("continued").asBoolean());
    }

    @Test
    void aSenderWhoProvesMoreInAnAutomaticConversationStillOpensNothing() {
        var mail =
                ConversationFeed.unprovenMail(address).openedByMachine("Away").receivedFromMachine("Away.");

        mail.proves(address).receivedFromMachine("Still away.");

        Api.eventually(() -> assertEquals(List.of("message-received"), kinds()));
        assertEquals(List.of(), Api.glance(Api.customerOf(address)).getList("openIssues"));
        mail.received("Back.");
        var identified = Topics.identified(mail.id(), 1).getFirst();
        assertTrue(identified.path("verified").asBoolean());
        assertEquals("Back.", identified.path("issue").path("title").asText());
    }

    private List<String> kinds() {
        return Api.glance(Api.customerOf(address)).getList("timeline.kind");
    }
}
