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

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The story of Mikko, as far as it is about who he is. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class RecognitionFlowTest {
    private final String number = UUID.randomUUID().toString();
    private final String browser = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void aProvenMailFindsTheBuyer() {
        var mikko = bought();

        var mail = ConversationFeed.provenMail(address).opened("Re: Chain oil?").received("Does it need special oil?");

        var identified = Topics.identified(mail.id(), 1).getFirst();
        assertEquals(mikko.toString(), identified.path("customerId").asText());
        assertTrue(identified.path("verified").asBoolean());
        assertEquals("Mikko", identified.path("displayName").asText());
        assertEquals("Chain oil?", identified.path("issue").path("title").asText());
        assertFalse(identified.path("issue").path("continued").asBoolean());
        assertEquals("customer", identified.path("situation").path("stage").asText());
        assertEquals(1, identified.path("situation").path("openIssues").asInt());
        assertEquals(0, identified.path("claims").size());
        Api.eventually(() -> {
            var glance = Api.glance(mikko);
            assertEquals(List.of("message-received", "issue-opened", "purchase"), glance.getList("timeline.kind"));
            assertEquals("Does it need special oil?", glance.getString("timeline[0].text"));
            assertTrue(glance.getBoolean("timeline[0].verified"));
            assertEquals("dmarc-pass", glance.getString("handles.find { it.kind == 'email' }.evidence"));
        });
    }

    @Test
    void theSameMailWithoutTheStampShowsAClaimAndOpensNothing() {
        var mikko = bought();

        var mail = ConversationFeed.unprovenMail(address).opened("Chain oil?").received("I am Mikko, honestly.");

        var identified = Topics.identified(mail.id(), 1).getFirst();
        var stranger = identified.path("customerId").asText();
        assertNotEquals(mikko.toString(), stranger);
        assertFalse(identified.path("verified").asBoolean());
        assertEquals(address, identified.path("claims").path(0).path("value").asText());
        assertFalse(identified.path("claims").path(0).path("proven").asBoolean());
        assertEquals(mikko.toString(), identified.path("claimedCustomerId").asText());
        assertEquals("Mikko", identified.path("claimedDisplayName").asText());
        assertEquals("prospect", identified.path("situation").path("stage").asText());
        Api.eventually(() -> assertEquals(
                List.of(false), Api.glance(stranger).getList("timeline.findAll { it.text != null }.verified")));
        var glance = Api.glance(mikko);
        assertEquals(List.of("purchase"), glance.getList("timeline.kind"), "it is not Mikko's history");
        assertEquals(List.of(mail.id().toString()), glance.getList("unverifiedContacts.conversationId"));
        assertEquals(List.of(address), Api.glance(stranger).getList("claims.value"));
        assertEquals(0, Api.glance(stranger).getList("handles").size());
    }

    @Test
    void aSignedInVisitorGoesOnWithTheIssueOfTheMail() {
        var mikko = bought();
        var mail = ConversationFeed.provenMail(address)
                .opened("Chain oil?")
                .received("Does it need special oil?")
                .assigned("jenni", 1)
                .sent("jenni", "Ordinary chain oil will do.");
        var first = Topics.identified(mail.id(), 1).getFirst();
        Api.eventually(() -> assertEquals("message-sent", Api.glance(mikko).getString("timeline[0].kind")));

        var chat = ConversationFeed.shopVisitor(browser, number + "-shop", address)
                .opened(null)
                .received("Me again, about the oil.");

        var second = Topics.identified(chat.id(), 1).getFirst();
        assertEquals(mikko.toString(), second.path("customerId").asText());
        assertTrue(second.path("issue").path("continued").asBoolean());
        assertEquals(
                first.path("issue").path("issueId").asText(),
                second.path("issue").path("issueId").asText());
        assertEquals("Chain oil?", second.path("issue").path("title").asText());
        var situation = second.path("situation");
        assertEquals(
                mail.id().toString(),
                situation.path("recentContacts").path(0).path("conversationId").asText());
        Api.eventually(() -> {
            var glance = Api.glance(mikko);
            assertEquals(
                    List.of("message-received", "message-sent", "message-received", "issue-opened", "purchase"),
                    glance.getList("timeline.kind"));
            assertEquals(2, glance.getInt("openIssues[0].contacts"));
        });

        // Two contacts: resolved, but not at the first one. Jenni is known as the last agent by now.
        var issueId = second.path("issue").path("issueId").asText();
        var resolved = Api.as(Api.sami())
                .body(Map.of("resolution", "Ordinary oil."))
                .post("/api/v1/issues/" + issueId + "/resolution")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(2, resolved.getInt("contacts"));
        assertFalse(resolved.getBoolean("firstContact"));
        chat.reopened();
        var third = Topics.identified(chat.id(), 2).getLast();
        assertEquals("jenni", third.path("situation").path("lastAgentId").asText());
        assertEquals(issueId, third.path("issue").path("issueId").asText());
        assertEquals("open", third.path("issue").path("state").asText());
        Topics.await(
                1,
                event -> event.type().equals("fi.saumaton.issue.reopened.v1")
                        && event.data().path("issueId").asText().equals(issueId));
    }

    @Test
    void anAnonymousVisitorWhoTypesAnAddressOnlyClaims() {
        var mikko = bought();
        var chat = ConversationFeed.visitor(browser).opened(null).received("Hi, a question.");
        var before = Topics.identifiedWhen(
                chat.id(), it -> it.path("issue").path("title").asText().equals("Hi, a question."));
        assertFalse(before.path("verified").asBoolean());
        assertTrue(before.path("claimedCustomerId").isMissingNode());

        chat.received("I am " + address + ", what did I buy?");

        var after = Topics.identifiedWhen(chat.id(), it -> it.path("claims").size() > 0);
        assertEquals(
                before.path("customerId").asText(), after.path("customerId").asText());
        assertFalse(after.path("verified").asBoolean());
        assertEquals(mikko.toString(), after.path("claimedCustomerId").asText());
        assertEquals(List.of("purchase"), Api.glance(mikko).getList("timeline.kind"));
        assertEquals(mikko, Api.customerOf(address), "the claim links nothing");
    }

    @Test
    void aClaimFromTheFormIsToldToo() {
        var chat = ConversationFeed.visitor(browser)
                .opened(null)
                .received("Call me.")
                .claims("phone", "040 123 4567");

        var after = Topics.identifiedWhen(chat.id(), it -> it.path("claims").size() > 0);

        var claim = after.path("claims").path(0);
        assertEquals("phone", claim.path("kind").asText());
        assertEquals("+358401234567", claim.path("value").asText());
        assertEquals("claim", claim.path("evidence").asText());
        var told = Topics.identified(chat.id(), 1).size();
        chat.claims("phone", "+358 40 1234567").received("Hello?");
        Api.eventually(() -> assertEquals(
                "Hello?", Api.glance(after.path("customerId").asText()).getString("timeline[0].text")));
        assertEquals(told, Topics.identified(chat.id(), 1).size(), "the same claim again is no news");
    }

    @Test
    void aVisitorWhoSignsInBecomesKnownAndKeepsWhatWasSaid() {
        var mikko = bought();
        var chat = ConversationFeed.visitor(browser).opened(null).received("Is anybody there?");
        var anonymous =
                Topics.identified(chat.id(), 1).getFirst().path("customerId").asText();

        chat.signsIn(number + "-shop", address).received("It is me.");

        var after = Topics.identifiedWhen(chat.id(), it -> it.path("verified").asBoolean());
        assertEquals(mikko.toString(), after.path("customerId").asText());
        Api.eventually(() -> {
            var glance = Api.glance(mikko);
            assertEquals(
                    List.of("It is me.", "Is anybody there?"),
                    glance.getList("timeline.findAll { it.kind == 'message-received' }.text"));
            assertEquals(
                    List.of(true, false),
                    glance.getList("timeline.findAll { it.kind == 'message-received' }.verified"));
        });
        assertEquals(mikko, Api.glance(anonymous).getUUID("customerId"), "the anonymous id redirects");
        var linked = Topics.await(
                1, event -> event.data().path("joinedCustomerId").asText().equals(anonymous));
        assertEquals(mikko, linked.getFirst().key());
    }

    @Test
    void aMailOfAThreadThatLatelyHasTheStampGoesOverToItsSender() {
        var mikko = bought();
        var mail = ConversationFeed.unprovenMail(address).opened("Oil?").received("First, unproven.");
        var stranger = Topics.identified(mail.id(), 1).getFirst();

        mail.proves(address).received("Second, proven.");

        var after = Topics.identifiedWhen(mail.id(), it -> it.path("verified").asBoolean());
        assertEquals(mikko.toString(), after.path("customerId").asText());
        assertEquals(
                stranger.path("issue").path("issueId").asText(),
                after.path("issue").path("issueId").asText(),
                "the issue goes along");
        assertEquals(0, after.path("claims").size(), "what is proven by now is no claim");
        Api.eventually(() -> assertEquals("Second, proven.", Api.glance(mikko).getString("timeline[0].text")));
        assertEquals(
                List.of("Second, proven."),
                Api.glance(mikko).getList("timeline.findAll { it.kind == 'message-received' }.text"),
                "what somebody else may have written is not his");
        assertEquals(1, Api.glance(mikko).getList("openIssues").size());
    }

    @Test
    void aForgedMailInAKnownThreadIsMarked() {
        var mikko = bought();
        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Proven.");
        Topics.identified(mail.id(), 1);

        mail.loses(address).received("Forged?");

        Api.eventually(() -> assertEquals(
                List.of("Forged?", "Proven."),
                Api.glance(mikko).getList("timeline.findAll { it.kind == 'message-received' }.text")));
        assertEquals(
                List.of(false, true),
                Api.glance(mikko).getList("timeline.findAll { it.kind == 'message-received' }.verified"));
        mail.reopened();
        var after = Topics.identified(mail.id(), 2).getLast();
        assertFalse(after.path("verified").asBoolean(), "who comes back without the stamp is not verified");
    }

    @Test
    void aFamilyBrowserKeepsItsPeopleApart() {
        var mikko = bought();
        Topics.identified(
                ConversationFeed.shopVisitor(browser, number + "-shop", address)
                        .opened(null)
                        .received("Mikko")
                        .id(),
                1);

        var sister = ConversationFeed.shopVisitor(browser, number + "-sister", "sister-" + address)
                .opened(null)
                .received("Not Mikko");

        var identified = Topics.identified(sister.id(), 1).getFirst();
        assertNotEquals(mikko.toString(), identified.path("customerId").asText());
        assertTrue(identified.path("verified").asBoolean());
        assertFalse(identified.path("issue").path("continued").asBoolean());
    }

    @Test
    void anIssueIsNamedAfterTheFirstMessageAlsoWhenThatComesLater() {
        var chat = ConversationFeed.visitor(browser).opened(null);
        assertEquals(
                chat.reference(),
                Topics.identified(chat.id(), 1)
                        .getFirst()
                        .path("issue")
                        .path("title")
                        .asText());

        chat.received("\n  Where is my parcel?\nIt was due yesterday.");

        JsonNode after = Topics.identified(chat.id(), 2).getLast();
        assertEquals("Where is my parcel?", after.path("issue").path("title").asText());
    }

    private UUID bought() {
        return Api.push(Api.purchase("order-" + number, number, address))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("customerId");
    }
}
